"""Long trials, each with a short form among the tests."""
