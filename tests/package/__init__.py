"""The package as people install it, and the habits that keep it so."""
