"""The installed models, looked for off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.ui.threads import WorkerThread


class ModelList(QObject):
    """Looks through the model folders.

    Signals
    -------
    found(object)
        A list of (id, name) of models that can be loaded, in the order of the folders.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-models", self)
        self._thread.reported.connect(lambda _id, models: self.found.emit(models))

    def look(self) -> None:
        """Look now; ends in `found`."""
        self._thread.submit(_models)

    def shutdown(self) -> None:
        """Stop and join."""
        self._thread.shutdown()


def _models(_token: CancelToken) -> Iterator[object]:
    # Not before the window is on screen.
    from tumorview.inference.registry import list_models  # noqa: PLC0415

    yield [
        (model.id, f"{model.title} {model.version}")
        for model in list_models()
        if model.problem is None
    ]
