"""Quality flag: misaligned answer."""
