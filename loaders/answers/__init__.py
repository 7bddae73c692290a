"""What replies say: their parts, positions, undertakings, and what they answer."""
