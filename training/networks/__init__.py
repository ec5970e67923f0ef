"""Networks in Keras 3 with stock layers only, so that a saved model loads in safe mode."""
