"""Quality flag: reply not shown."""
