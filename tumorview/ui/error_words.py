"""What went wrong, in the language of the window."""

from __future__ import annotations

from tumorview.errors import TumorViewError


def error_sentence(error: TumorViewError, *, with_path: bool = True) -> str:
    """The whole message; ``with_path=False`` where the place is already known or must not show."""
    return error.sentence(with_path=with_path)
