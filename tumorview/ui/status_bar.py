"""The line at the bottom: what is going on, what the application is not, what runs the model."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from tumorview.domain.study import StudyCatalog
from tumorview.ui.language import local, localized, plural, tr, tr_noop
from tumorview.ui.memory_label import MemoryLabel
from tumorview.ui.series_model import failures_text
from tumorview.ui.theme import GRID

NOT_A_DEVICE = tr_noop("Research use only. Not cleared as a medical device.")


class StatusBar(QStatusBar):
    """Activity at the left; disclaimer, engine, device and memory at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID, 0, GRID, 0)
        self._activity = QLabel()
        self._engine = QLabel(tr("Model not loaded"))
        self._engine.setAccessibleName(tr("Engine and device of the model"))
        self.addWidget(self._activity, 1)
        self.addPermanentWidget(QLabel(local(NOT_A_DEVICE)))
        self.addPermanentWidget(self._engine)
        self.memory = MemoryLabel()
        self.addPermanentWidget(self.memory)

    @property
    def engine_text(self) -> str:
        """What runs the model."""
        return self._engine.text()

    def show_engine(self, name: str, device: str) -> None:
        """The engine is ready."""
        self._engine.setText(f"{name} · {device}")

    def show_no_engine(self) -> None:
        """The model cannot be loaded; the reason is told to whoever asks for an answer."""
        self._engine.setText(tr("Model not available"))

    def show_search(self) -> None:
        """Files are being listed."""
        self._activity.setText(tr("Looking for images…"))

    def show_progress(self, done: int, total: int) -> None:
        """Files are being read."""
        self._activity.setText(
            plural(
                "Reading {done} of {n} file…",
                "Reading {done} of {n} files…",
                total,
                done=localized(done),
            )
        )

    def show_reformat(self, done: int, total: int) -> None:
        """Slices are being read into a volume; it is over when all are."""
        if done < total:
            self.showMessage(
                tr("Reformatting: {done} of {total} slices read…", done=done, total=total)
            )
        else:
            self.clearMessage()

    def show_catalog(self, catalog: StudyCatalog | None) -> None:
        """What is open."""
        if catalog is None:
            self._activity.setText("")
            return
        count = catalog.frame_count
        parts = [plural("{n} image", "{n} images", count)]
        if catalog.failures:
            parts.append(failures_text(len(catalog.failures)))
        self._activity.setText(" · ".join(parts))
