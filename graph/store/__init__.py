"""The store: quads behind one small interface, on disk or in memory."""
