"""Measures joinedup on made record pages."""
