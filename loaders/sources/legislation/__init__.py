"""Acts and instruments, as legislation.gov.uk serves them."""
