"""Asking how to print, showing what will be printed, and writing it."""
