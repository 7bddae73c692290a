"""What every serialisation of a graph shares: the order of its statements, and its prefixes."""
