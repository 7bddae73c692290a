"""Finds the noise that print and extraction leave in a text; what is unsure stays text."""
