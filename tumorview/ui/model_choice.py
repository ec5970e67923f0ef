"""Exchanges the model when another one, or another engine, is chosen in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from tumorview.errors import TumorViewError
from tumorview.ui.analysis.controller import AnalysisController
from tumorview.ui.model_opener import ModelOpener
from tumorview.ui.result_presenter import ResultPresenter
from tumorview.ui.settings_keeper import SettingsKeeper


class ModelChoice(QObject):
    """Follows model and engine of the settings.

    Answers of the earlier model are dropped: they would stand beside the name of another. `report`
    is told when what was chosen cannot be loaded.
    """

    def __init__(
        self,
        settings: SettingsKeeper,
        opener: ModelOpener,
        controller: AnalysisController,
        presenter: ResultPresenter,
        report: Callable[[TumorViewError], None],
    ) -> None:
        super().__init__(presenter)
        self._settings = settings
        self._opener = opener
        self._controller = controller
        self._presenter = presenter
        self._report = report
        self._chosen = self._choice()
        self._asked = False
        settings.changed.connect(self._follow)
        controller.engine_ready.connect(self._on_ready)
        controller.engine_failed.connect(self._on_failed)

    def _choice(self) -> tuple[str | None, str]:
        settings = self._settings.current
        return settings.model_id, settings.engine

    def _follow(self) -> None:
        choice = self._choice()
        if choice == self._chosen:
            return
        self._chosen = choice
        self._asked = True
        self._opener.use(self._settings.current)
        self._controller.reload_model()
        self._presenter.show_anew()

    def _on_ready(self, _name: str, _device: str) -> None:
        self._asked = False

    def _on_failed(self, error: TumorViewError) -> None:
        # At the start nobody has asked yet, and whoever asks for an answer is told then.
        asked, self._asked = self._asked, False
        if asked:
            self._report(error)
