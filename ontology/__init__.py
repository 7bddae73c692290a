"""Floor 1: the words. The ontology, its concept schemes, and the names by which code uses them."""
