"""TumorView's pixels beside those of two decoders that share no code of ours.

``python -m tests.pixel_truth`` measures and writes the tables of docs/CONFORMANCE.md.
"""
