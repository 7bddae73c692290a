"""What a loader is given, and how the sources are found."""
