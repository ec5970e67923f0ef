"""The image on screen: camera, mouse tools, text and marks over it."""
