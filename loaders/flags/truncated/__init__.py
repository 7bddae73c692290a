"""Quality flag: truncated."""
