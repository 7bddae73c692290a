"""How well texts are read: gold files against what the pipeline reads."""
