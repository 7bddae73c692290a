"""Recommendations made again: read in explicit words, or seen by likeness of what is asked."""
