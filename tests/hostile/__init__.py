"""Broken, odd and hostile files, each drawn by code, with what TumorView has to make of them."""
