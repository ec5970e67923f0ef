"""What makes an answer trustworthy, fitted on images that the model did not learn from."""
