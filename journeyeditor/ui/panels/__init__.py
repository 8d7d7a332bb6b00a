"""What lies around the map: tool bar, tabs, tray, banner, status bar."""
