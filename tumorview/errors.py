"""Base of every error that TumorView raises on purpose.

Each room (imaging, inference, services, reporting) derives one base error from
`TumorViewError`. The sentence that a user reads is made here, from the file, the reason and
the way out, so that the command line, the CSV and the window all say the same thing.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from tumorview.error_catalogue import CATALOGUE


class TumorViewError(Exception):
    """An expected failure: says which file, why, and what the user can do.

    Parameters
    ----------
    reason
        What is wrong, in one clause, without the path ("the file ends in the middle of its pixel
        data").
    path
        The file or folder at fault, or None where there is none.
    remedy
        What the user can do about it, a sentence of its own.
    received
        The offending value, shown as ``Received: ...``; never a patient's name, id or birth date.
    """

    code: ClassVar[str] = "unexpected"
    """Stable, machine-readable kind; written to the CSV's ``error_code`` column."""

    def __init__(
        self,
        reason: str,
        *,
        path: Path | None = None,
        remedy: str | None = None,
        received: object | None = None,
    ) -> None:
        self.reason = reason
        self.path = path
        self.remedy = remedy
        self.received = received
        super().__init__(self.sentence())

    def sentence(self, *, with_path: bool = True) -> str:
        """The whole message; ``with_path=False`` where the place is already known (a CSV row)."""
        text = self.reason
        if with_path and self.path is not None:
            text = f"{self.path.name}: {text}"
        if self.received is not None:
            text += f" (received: {self.received!r})"
        text = text.rstrip(".") + "."
        return f"{text} {self.way_out}" if self.way_out else text

    @property
    def cause(self) -> str:
        """What errors of this kind mean; nothing is known of the base of all."""
        known = type(self) is not TumorViewError and self.code in CATALOGUE
        return CATALOGUE[self.code].cause if known else ""

    @property
    def way_out(self) -> str:
        """What the user can do: of this error, else of its kind.

        The base of a room stands for so much that its general advice would say nothing here.
        """
        is_base = type(self) is TumorViewError or TumorViewError in type(self).__bases__
        if self.remedy is None and not is_base and self.code in CATALOGUE:
            return CATALOGUE[self.code].remedy
        return self.remedy or ""

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword-only arguments do not survive the default pickling, and these
        # cross process borders in a scan.
        return (_rebuild, (type(self), self.__dict__))


def _rebuild(kind: type[TumorViewError], state: dict[str, object]) -> TumorViewError:
    error = kind.__new__(kind)
    error.__dict__.update(state)
    Exception.__init__(error, error.sentence())
    return error


class Cancelled(TumorViewError):  # noqa: N818 - a request that was kept, not an error
    """The user asked for the work to stop; not a failure."""

    code: ClassVar[str] = "cancelled"

    def __init__(self) -> None:
        super().__init__("the work was cancelled", remedy="")
