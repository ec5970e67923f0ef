"""The settings dialog: every setting, and the keys."""
