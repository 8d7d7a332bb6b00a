"""Maps as drawings: shapes, text, colours and layout, without any window or file format."""
