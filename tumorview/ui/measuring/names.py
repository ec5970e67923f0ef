"""What marks are called within a sentence."""

from __future__ import annotations

from tumorview.domain.marks import MarkKind
from tumorview.reporting.measure_words import KIND_NAMES
from tumorview.ui.language import local


def mark_name(kind: MarkKind) -> str:
    """As in "move ellipse"."""
    return local(KIND_NAMES[kind].lower())
