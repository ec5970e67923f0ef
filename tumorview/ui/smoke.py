"""Does an installed application work at all: open, analyse one image, end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from tumorview.domain.events import Outcome
from tumorview.domain.study import StudyCatalog
from tumorview.errors import TumorViewError
from tumorview.paths import resources_dir
from tumorview.ui.main_window import SAMPLE_FOLDER, MainWindow
from tumorview.ui.opening import Landing, nothing_to_show

_LIMIT_MS = 120_000


class SmokeCheck(QObject):
    """Drives a real window and ends the application with its finding in `exit_code`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.exit_code = 1
        self._asked = False
        self._paths: tuple[Path, ...] = ()
        window.reading.shown.connect(self._on_shown)
        window.opener.failed.connect(self._fail)
        window.opener.opened.connect(self._on_opened)
        window.viewer.frame_failed.connect(self._fail)
        window.controller.finished.connect(self._on_finished)
        window.controller.frame_failed.connect(lambda *event: self._fail(event[-1]))

    def start(self, paths: Sequence[Path]) -> None:
        """Open `paths`, or the sample study."""
        QTimer.singleShot(_LIMIT_MS, self, lambda: self._end(1, "no answer in time"))
        self._paths = tuple(paths) or (resources_dir() / SAMPLE_FOLDER,)
        self._window.open_paths(self._paths)

    def _on_opened(self, catalog: StudyCatalog, landing: Landing | None) -> None:
        if landing is None:
            self._fail(nothing_to_show(catalog, self._paths))

    def _on_shown(self, _picture: object) -> None:
        if not self._asked:
            self._asked = True
            # A series opens at its middle image, which is the one to ask about.
            self._window.presenter.analyze("image")

    def _on_finished(
        self, _request_id: int, outcome: Outcome, error: TumorViewError | None
    ) -> None:
        prediction = self._window.viewer.prediction
        if outcome is not Outcome.DONE or prediction is None:
            self._end(1, f"analysis {outcome.value}: {error or 'no answer'}")
        else:
            self._end(0, f"analysed by {prediction.engine} on {prediction.device}")

    def _fail(self, error: TumorViewError) -> None:
        self._end(1, error.sentence())

    def _end(self, code: int, words: str) -> None:
        self.exit_code = code
        stream = sys.stdout if code == 0 else sys.stderr
        # A windowed build on Windows has no streams.
        if stream is not None:
            stream.write(f"smoke check: {words}\n")
            stream.flush()
        self._window.close()
        QApplication.quit()
