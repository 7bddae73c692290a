"""Quality flag: missing addressee."""
