"""Between the window and the model: requests out, answers in."""
