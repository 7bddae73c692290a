"""Tables of the Government Major Projects Portfolio."""
