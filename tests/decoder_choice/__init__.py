"""Which decoder gets which frames right, and how fast: ``python -m tests.decoder_choice``."""
