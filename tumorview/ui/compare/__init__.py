"""Two models' answers for the image on screen."""
