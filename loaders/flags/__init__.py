"""Quality flags: doubts that rules raise about records."""
