"""The panel beside the map that shows and edits what is selected."""
