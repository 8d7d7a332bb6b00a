"""Lanes in the window: which ones a map has, and what is put into their cells."""
