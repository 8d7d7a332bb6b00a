"""Long text on paper: paragraphs, lists and tables that flow over pages, as Drawings."""
