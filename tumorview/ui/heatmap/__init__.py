"""How a heatmap is shown: beside the image, its scale and contour, and what is remembered of it."""
