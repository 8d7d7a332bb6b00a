"""The windows of the editor."""
