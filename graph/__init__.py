"""Floor 2: facts and the store that holds them."""
