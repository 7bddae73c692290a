"""Files of Parliament's Committees API: the publications of select committees."""
