"""Findings joined with findings: by repetition, citation, reply, answer or initiative."""
