"""Images that a reader wants to come back to: marked, jumped between, listed."""
