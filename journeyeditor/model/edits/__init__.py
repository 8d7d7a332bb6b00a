"""Edits: pure functions from a project and arguments to a Change, or None for no change."""
