"""What the government says it will do, and how far it has got."""
