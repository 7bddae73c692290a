"""Floor 4: the pictures."""
