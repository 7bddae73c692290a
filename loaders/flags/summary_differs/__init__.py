"""Quality flag: summary differs."""
