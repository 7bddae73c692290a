"""Record pages of the Accountability Index: one committee finding and the answer shown with it."""
