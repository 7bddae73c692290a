"""Curated facts about findings, and their loader."""
