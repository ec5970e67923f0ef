"""Figures as ratios within one run; never tests. ``python -m benchmarks`` runs them all."""
