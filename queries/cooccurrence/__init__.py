"""Which organisations and initiatives findings name together: one table, shown by every command."""
