"""Greys on the screen, beside dcmtk's rendering and beside the formulas of the standard."""
