"""The lines of a document, and which of them are page furniture."""
