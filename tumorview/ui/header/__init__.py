"""The window that shows a file's data elements."""
