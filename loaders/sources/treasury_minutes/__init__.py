"""Treasury Minutes: the government's answers to the Committee of Public Accounts."""
