"""Search and filter: words in the tool bar, matches on the map and in a list, filters as chips."""
