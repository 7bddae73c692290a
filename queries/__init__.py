"""Floor 3: the questions asked of a graph."""
