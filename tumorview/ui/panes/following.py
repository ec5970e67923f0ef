"""Whether panes move because another one was moved, which nobody has to follow again."""

from __future__ import annotations

from types import TracebackType


class Following:
    """A context manager: `is_on` inside its block."""

    def __init__(self) -> None:
        self.is_on = False

    def __enter__(self) -> None:
        self.is_on = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.is_on = False
