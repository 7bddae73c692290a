"""Tests, in the words of the domain."""
