"""The sources, each one folder; nothing else stands here."""
