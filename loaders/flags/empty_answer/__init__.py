"""Quality flag: empty answer."""
