"""Take a reply apart."""
