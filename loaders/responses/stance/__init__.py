"""What a reply accepts or refuses."""
