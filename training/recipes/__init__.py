"""One documented file a recipe."""
