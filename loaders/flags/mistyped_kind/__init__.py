"""Quality flag: mistyped kind."""
