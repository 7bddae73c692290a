"""Which answer part answers which finding, and which answers are the same."""
