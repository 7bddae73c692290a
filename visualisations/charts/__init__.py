"""Pictures that are no networks: a matrix, a time line, a flow."""
