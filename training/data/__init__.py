"""Data sets, their groups and their splits."""
