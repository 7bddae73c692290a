"""Pages as a reader's browser shows them."""
