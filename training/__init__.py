"""Train, tune, export and evaluate the models that TumorView ships.

The application never imports this.
"""
