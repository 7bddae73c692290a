"""When two records are about the same finding: the one place that decides it."""
