"""Results to files: CSV and pictures."""
