"""Dossiers: what a graph knows of one body, programme, committee or question, to hand over."""
