"""Quality flag: label unsupported."""
