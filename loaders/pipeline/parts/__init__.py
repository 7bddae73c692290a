"""Parts: a graph as compressed N-Quads at a place that several machines reach."""
