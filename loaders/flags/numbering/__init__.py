"""Quality flag: numbering."""
