"""Loading the model that the settings name; runs on the inference thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tumorview.services.settings import Settings

if TYPE_CHECKING:
    from tumorview.inference.predictor import Predictor


class ModelOpener(QObject):
    """Called by the analysis controller when it needs the model.

    Signals
    -------
    opened(str, str)
        Title and version of the model.
    """

    opened = Signal(str, str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def use(self, settings: Settings) -> None:
        """Open what `settings` name, the next time."""
        self._settings = settings

    def __call__(self) -> Predictor:
        """Check and load the model. Raises InferenceError."""
        # onnxruntime and OpenCV: not before the window is on screen.
        from tumorview.inference.engines.select import open_engine  # noqa: PLC0415
        from tumorview.inference.predictor import Predictor  # noqa: PLC0415
        from tumorview.inference.registry import load_bundle  # noqa: PLC0415

        settings = self._settings
        bundle = load_bundle(settings.model_id)
        predictor = Predictor(bundle, open_engine(bundle, settings.engine))
        self.opened.emit(bundle.manifest.title, bundle.manifest.version)
        return predictor
