"""Reports of the National Audit Office, as its site describes them."""
