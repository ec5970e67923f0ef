"""Asks a second model about the image on screen and keeps the window of both answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.inference.registry import ModelListing, list_models
from tumorview.paths import user_models_dir
from tumorview.ui.analysis.controller import AnalysisController
from tumorview.ui.asking import Asker
from tumorview.ui.compare.dialog import CompareDialog, Model, Said
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.model_opener import ModelOpener
from tumorview.ui.result.wording import spoken
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.viewer import Viewer

if TYPE_CHECKING:
    from tumorview.inference.predictor import Predictor

NO_IMAGE = tr_noop("Open an image to compare what two models say of it.")
NOT_ASKED = tr_noop("Not analysed by this model.")
ASKING = tr_noop("Analysing…")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is being read, the first model's answers, and how it is asked about the image."""

    viewer: Viewer
    controller: AnalysisController
    analyze: Callable[[], object]


class ModelComparer(QObject):
    """Opens the window; each second model that was chosen is opened once and kept.

    Nothing is loaded before a second model is asked. `window` is what the dialog stands before.
    """

    def __init__(self, reading: Reading, settings: SettingsKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._reading = reading
        self._settings = settings
        self._window = window
        self._models: tuple[Model, ...] = ()
        self._second: Model | None = None
        self._controllers: dict[str, AnalysisController] = {}
        self._asker = Asker("tumorview-models", self)
        self._asker.answered.connect(self._on_models)
        self._asker.failed.connect(self._on_no_models)
        self.dialog: CompareDialog | None = None
        viewer, first = reading.viewer, reading.controller
        viewer.series_changed.connect(self._on_series)
        viewer.position_changed.connect(self._follow)
        self._listen(first)

    def show(self) -> None:
        """Open the window, or bring it to the front; models are looked for anew."""
        if self.dialog is None:
            self.dialog = CompareDialog(self._window)
            self.dialog.model_chosen.connect(self.choose)
            self.dialog.analysis_wished.connect(self.analyze)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._asker.ask(list_models)

    def choose(self, model_id: str) -> None:
        """Compare with this model from now on."""
        self._second = next((one for one in self._models if one.id == model_id), None)
        self._follow()

    def analyze(self) -> None:
        """Ask both about the image on screen; one that has answered already is not asked again."""
        source, second = self._source(), self._second
        if source is None or second is None:
            return
        if self._reading.controller.results(source) is None:
            self._reading.analyze()
        controller = self._controller_of(second)
        if controller.results(source) is None:
            controller.start((source,))
        self._follow()

    def shutdown(self) -> None:
        """Close the window, stop and join."""
        if self.dialog is not None:
            self.dialog.close()
        self._asker.shutdown()
        for controller in self._controllers.values():
            controller.shutdown()

    def _controller_of(self, model: Model) -> AnalysisController:
        if model.id not in self._controllers:
            settings = msgspec.structs.replace(self._settings.current, model_id=model.id)
            opener: Callable[[], Predictor] = ModelOpener(settings, self)
            made = AnalysisController(opener, self)
            self._listen(made)
            self._controllers[model.id] = made
        return self._controllers[model.id]

    def _listen(self, controller: AnalysisController) -> None:
        for signal in (controller.frame_analysed, controller.frame_failed, controller.finished):
            signal.connect(self._follow)

    def _source(self) -> SourceRef | None:
        info = self._reading.viewer.frame_info
        return None if info is None else info.source

    def _on_models(self, listings: tuple[ModelListing, ...]) -> None:
        usable = [one for one in listings if one.problem is None]
        wanted = self._settings.current.model_id
        first = next((one for one in usable if wanted in (None, one.id)), None)
        others = [one for one in usable if one is not first]
        if self.dialog is None:
            return
        if first is None or not others:
            self._models, self._second = (), None
            self.dialog.show_message(_too_few(first, listings))
            return
        self._models = tuple(Model(one.id, one.title, one.version) for one in (first, *others))
        self.dialog.show_models(self._models[0], self._models[1:])
        self.choose(self._models[1].id)

    def _on_no_models(self, error: TumorViewError) -> None:
        if self.dialog is not None:
            self.dialog.show_message(spoken(error))

    def _on_series(self) -> None:
        if self._reading.viewer.series is None:
            for controller in self._controllers.values():
                controller.cancel()
                controller.forget_results()
        self._follow()

    def _follow(self, *_event: object) -> None:
        dialog, second = self.dialog, self._second
        if dialog is None or not dialog.isVisible() or second is None:
            return
        series, source = self._reading.viewer.series, self._source()
        dialog.analyze_button.setEnabled(source is not None)
        said = (
            self._said(self._reading.controller, source),
            self._said(self._controllers.get(second.id), source),
        )
        modality = "" if series is None else series.modality
        dialog.show_answers((self._models[0], second), said, modality)

    def _said(self, controller: AnalysisController | None, source: SourceRef | None) -> Said:
        if source is None:
            return Said(None, local(NO_IMAGE))
        if controller is None:
            return Said(None, local(NOT_ASKED))
        prediction = controller.results(source)
        if prediction is not None:
            return Said(prediction)
        failure = controller.failure(source) or controller.last_error
        if controller.is_busy:
            return Said(None, local(ASKING))
        return Said(None, local(NOT_ASKED) if failure is None else spoken(failure))


def _too_few(first: ModelListing | None, listings: tuple[ModelListing, ...]) -> str:
    """Why two models cannot be compared, and what is wrong with those that cannot be used."""
    place = _shown(user_models_dir())
    if first is None:
        said = tr("No model that can be used is installed.")
    else:
        said = tr(
            "Only one model is installed: {title} {version}.",
            title=first.title,
            version=first.version,
        )
    broken = [
        f"{one.id}: {spoken(one.problem, with_path=False)}"
        for one in listings
        if one.problem is not None
    ]
    hint = tr(
        "Put the folder of another model into {place}, then open this window again.",
        place=place,
    )
    return "\n\n".join([f"{said} {hint}", *broken])


def _shown(path: Path) -> str:
    """A path as people write it, without the name of who is logged in."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
