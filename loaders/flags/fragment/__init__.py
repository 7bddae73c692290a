"""Quality flag: fragment."""
