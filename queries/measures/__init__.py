"""Networks: who connects with whom, and whether it is more than chance would bring about."""
