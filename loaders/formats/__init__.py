"""From a file to its text, one module a format."""
