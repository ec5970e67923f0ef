"""Accepting, rejecting and commenting on results."""
