"""Quality flag: page elements in the text."""
