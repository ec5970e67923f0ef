"""A fuzzer guided by coverage (atheris), and what of it runs without: ``python -m tests.fuzz``."""
