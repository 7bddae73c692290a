"""Registers kept as CSV: rows read and checked, for every source that is a register."""
