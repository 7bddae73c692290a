"""What falls due as calendars and feeds, which other programs subscribe to."""
