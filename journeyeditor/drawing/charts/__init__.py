"""Charts of what a map tells: pure functions from its facts to Drawings, of any size.

Every figure is printed, so that no colour is the only sign. A node with a name is a thing that
can be pointed at; its key is that of the row of the chart's table which says the same.
"""
