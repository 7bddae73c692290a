"""Spreadsheets in which people keep a list of recommendations."""
