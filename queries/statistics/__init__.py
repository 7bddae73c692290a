"""Null models and tests, with NumPy alone."""
