"""Looks at the pixels of marks off the GUI thread; a region may hold millions of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.marks import Mark
from tumorview.domain.measurements import Measurement
from tumorview.domain.source import SourceRef
from tumorview.imaging.measuring import measure
from tumorview.ui.threads import WorkerThread


@dataclass(frozen=True, slots=True)
class Measured:
    """What one mark measures on one frame."""

    source: SourceRef
    mark: Mark
    measurement: Measurement


class Measurer(QObject):
    """One thread; a newer wish replaces what is still to be done of an older one.

    Signals
    -------
    measured(object)
        A `Measured`.
    """

    measured = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-measure", self)
        self._thread.reported.connect(lambda _id, event: self.measured.emit(event))

    def request(self, frame: ModalityFrame, marks: tuple[Mark, ...]) -> None:
        """Measure `marks` on `frame`."""
        self._thread.cancel()

        def work(token: CancelToken) -> Iterator[Measured]:
            for mark in marks:
                token.raise_if_cancelled()
                yield Measured(frame.source, mark, measure(mark, frame))

        self._thread.submit(work)

    def shutdown(self) -> bool:
        """Stop and join."""
        return self._thread.shutdown()
