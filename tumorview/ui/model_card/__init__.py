"""The model card inside the application."""
