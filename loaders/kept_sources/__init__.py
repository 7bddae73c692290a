"""What a store keeps of the files it was made of: their records, so that none is read twice."""
