"""Quality flag: echo."""
