"""The command palette: every command by its name, and every place on the maps."""
