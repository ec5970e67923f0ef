"""The parts of the result panel."""
