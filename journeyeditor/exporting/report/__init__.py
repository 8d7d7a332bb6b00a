"""The report: cover, maps, segments, stages, a sheet for each touchpoint, indexes."""
