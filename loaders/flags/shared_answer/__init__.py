"""Quality flag: shared answer."""
