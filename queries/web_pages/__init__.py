"""What the pages of the web application show, as plain data made from the graph."""
