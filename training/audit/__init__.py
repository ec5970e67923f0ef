"""What a data set hides: copies, leaks, contradictions and shortcuts."""
