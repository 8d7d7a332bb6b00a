"""Exporting: what a project looks like in the files of other programs."""
