"""How good a model is: its answers, their figures with intervals, and the report."""
