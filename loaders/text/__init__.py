"""Normal forms of text that several rooms compare by."""
