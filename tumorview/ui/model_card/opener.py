"""Opens the model card of the model in use."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tumorview.errors import TumorViewError
from tumorview.services.model_card import ModelCard, read_model_card
from tumorview.ui.asking import Asker
from tumorview.ui.model_card.dialog import ModelCardDialog
from tumorview.ui.settings_keeper import SettingsKeeper


class ModelCardOpener(QObject):
    """The one window of a model card; `window` is what it stands before."""

    def __init__(self, settings: SettingsKeeper, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._asker = Asker("tumorview-model-card", self)
        self._asker.answered.connect(self._on_answered)
        self._asker.failed.connect(self._on_failed)
        self.dialog: ModelCardDialog | None = None

    def show(self) -> None:
        """Open the window, or bring it to the front; the card is read and checked anew."""
        if self.dialog is None:
            self.dialog = ModelCardDialog(self._window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.text.setFocus()
        model_id = self._settings.current.model_id
        self._asker.ask(lambda: read_model_card(model_id))

    def shutdown(self) -> None:
        """Close the window and join."""
        if self.dialog is not None:
            self.dialog.close()
        self._asker.shutdown()

    def _on_answered(self, card: ModelCard) -> None:
        if self.dialog is not None:
            self.dialog.show_card(card)

    def _on_failed(self, error: TumorViewError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
