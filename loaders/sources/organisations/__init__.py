"""The register of organisations, and its loader."""
