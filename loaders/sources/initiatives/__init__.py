"""The register of initiatives, and its loader."""
