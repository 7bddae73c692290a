"""One file a measure, found by listing."""
