"""Importing: a stranger's file becomes one Change and a list of what the reader should look at."""
