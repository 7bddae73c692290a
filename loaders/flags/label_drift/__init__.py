"""Quality flag: label drift."""
