"""Quality flag: label differs."""
