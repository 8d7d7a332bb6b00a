"""The panels of the inspector, a module each: its `fields()` in the order in which they stand."""
