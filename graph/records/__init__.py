"""What sources say, as typed records, and what is read in them."""
