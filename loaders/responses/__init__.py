"""What loaders of answering documents share: lines and pages, ordinals, sessions, paper numbers."""
