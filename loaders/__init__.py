"""Floor 4: the sources, each one folder beside this file."""
