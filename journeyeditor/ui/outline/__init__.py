"""The outline: the whole map as a tree, for the keyboard and for screen readers."""
