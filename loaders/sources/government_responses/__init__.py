"""Government responses to committees other than the Committee of Public Accounts."""
