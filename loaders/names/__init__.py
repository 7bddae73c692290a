"""Recognises the names of organisations and initiatives in texts."""
