"""The start page: recent files, templates, and the ways to begin."""
