"""The window of the scans from the main window's side: made when first needed, asked at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tumorview.services.settings import Settings
from tumorview.ui.batch.keeper import count_left_over
from tumorview.ui.language import plural

if TYPE_CHECKING:
    from tumorview.ui.batch.dialog import BatchDialog


class BatchOpener(QObject):
    """Opens the one window of the scans.

    Signals
    -------
    open_requested(object, int)
        Path and frame number of a row that the user wants to see.
    noticed(str)
        Something that the user should know in passing.
    may_close()
        The window was to be closed while a scan ran, and the user has said yes.
    """

    open_requested = Signal(object, int)
    noticed = Signal(str)
    may_close = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._close_after_scan = False
        self.dialog: BatchDialog | None = None

    def show(self, folder: Path | None, settings: Settings) -> None:
        """Show the window; `folder` is proposed for the next scan, drawn as `settings` say."""
        if self.dialog is None:
            self.dialog = self._make()
        if folder is not None and not self.dialog.form_page.form.folder_text:
            self.dialog.set_folder(folder)
        self.dialog.set_look(
            settings.model_id,
            settings.engine,
            settings.heatmap_color_map,
            settings.heatmap_opacity,
        )
        self.dialog.show()
        self.dialog.raise_()

    def remind(self) -> None:
        """Say in passing that scans of the last time have not ended."""
        left = count_left_over()
        if left:
            self.noticed.emit(
                plural(
                    "{n} scan of the queue has not ended yet: Analysis, Scan a folder.",
                    "{n} scans of the queue have not ended yet: Analysis, Scan a folder.",
                    left,
                )
            )

    def close(self) -> bool:
        """False while a scan runs: the dialog asks, and `may_close` follows upon a yes."""
        if self.dialog is not None and not self.dialog.ask_to_stop():
            self.dialog.show()
            self.dialog.raise_()
            self._close_after_scan = True
            return False
        return True

    def shutdown(self) -> None:
        """Stop and join its threads."""
        if self.dialog is not None:
            self.dialog.shutdown()

    def _make(self) -> BatchDialog:
        from tumorview.ui.batch.dialog import BatchDialog  # noqa: PLC0415 - seldom needed
        from tumorview.ui.batch.notify import ScanNotices  # noqa: PLC0415 - likewise

        dialog = BatchDialog(parent=self._owner)
        notices = ScanNotices(dialog)
        notices.noticed.connect(self.noticed)
        dialog.ended.connect(notices.add)
        dialog.runner.emptied.connect(notices.tell)
        dialog.finished.connect(notices.hide)
        dialog.open_requested.connect(self.open_requested)
        dialog.stop_answered.connect(self._on_stop_answered)
        return dialog

    def _on_stop_answered(self, stopped: bool) -> None:
        close, self._close_after_scan = self._close_after_scan and stopped, False
        if close:
            self.may_close.emit()
