"""The studies that lie open: what they are, the list of them, and how they get there."""
