"""Pixels to probabilities, heatmap and cautions."""
