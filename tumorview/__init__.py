"""TumorView: a brain-image workstation that shows what a model sees and how far to trust it."""

__version__ = "0.1.0"
