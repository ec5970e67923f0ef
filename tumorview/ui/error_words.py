"""What went wrong, in the language of the window."""

from __future__ import annotations

from tumorview.error_catalogue import CATALOGUE
from tumorview.errors import TumorViewError
from tumorview.ui.language import local, tr


def error_sentence(error: TumorViewError, *, with_path: bool = True) -> str:
    """The whole message; ``with_path=False`` where the place is already known or must not show.

    In another language than English, a reason that names what is known of this file alone has no
    translation: what errors of its kind mean stands in its place, and never half a sentence.
    """
    reason = _translated(error.reason)
    if reason and error.received is not None:
        reason = tr("{reason} (received: {value!r})", reason=reason, value=error.received)
    reason = reason or _translated(error.cause)
    if not reason:
        return error.sentence(with_path=with_path)
    if with_path and error.path is not None:
        reason = tr("{file}: {reason}", file=error.path.name, reason=reason)
    sentence = tr("{reason}.", reason=reason.rstrip(".。"))
    way_out = _way_out(error)
    return f"{sentence} {way_out}" if way_out else sentence


def english_sentence(error: TumorViewError) -> str:
    """The message as the command line says it, "" where that is what the window says too."""
    sentence = error.sentence()
    return "" if error_sentence(error) == sentence else sentence


def _translated(text: str) -> str:
    """`text` in the language of the window, "" where it is in English only."""
    found = local(text)
    return "" if found == text else found


def _way_out(error: TumorViewError) -> str:
    """The way out of this error, else of its kind, in the language of the window."""
    kind = CATALOGUE.get(error.code)
    of_the_kind = "" if kind is None else _translated(kind.remedy)
    return _translated(error.way_out) or (of_the_kind if error.way_out else "")
