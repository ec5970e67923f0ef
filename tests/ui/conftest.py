"""Real windows on whatever platform is at hand; nothing here replaces a Qt method."""
