"""Measuring on the image: tools, marks, their undo, and their way into a file and back."""
