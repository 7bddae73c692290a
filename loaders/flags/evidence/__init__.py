"""What several flags look for: where a text ends, and what a reply says at all."""
