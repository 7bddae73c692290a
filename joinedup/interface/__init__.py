"""What a graph of the Python interface can do, in rooms: questions, changes, outputs."""
