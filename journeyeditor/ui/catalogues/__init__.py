"""The window of what the maps of a project share: channels, people, processes, data and so on."""
