"""Forms in which joinedup is handed to people, beside the wheel."""
