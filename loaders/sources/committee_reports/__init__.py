"""Reports of select committees: their lists of conclusions and recommendations."""
