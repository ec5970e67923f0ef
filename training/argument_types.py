"""What the options of the command line take."""

from __future__ import annotations

import argparse


def count(text: str) -> int:
    """A whole number from 1 on; argparse tells of any other."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number
