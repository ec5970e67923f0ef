"""The folder scan as a window: options, progress, table of results."""
