"""How papers are cited: ordinals, sessions, numbers and dates."""
