"""Tests of the analysis in the window."""
