"""Keeps the window of data elements on the file whose image is on screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tumorview.domain.header_listing import HeaderListing
from tumorview.errors import TumorViewError
from tumorview.imaging.reformat_series import is_reformatted
from tumorview.ui.header.dialog import HeaderDialog
from tumorview.ui.header.loader import HeaderLoader
from tumorview.ui.language import tr
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.viewer import Viewer


class HeaderInspector(QObject):
    """Opens the window by `action`, and has it follow `viewer` and the switch for identity.

    Nothing is read while the window is closed. `window` is what it stands before.
    """

    def __init__(
        self, viewer: Viewer, settings: SettingsKeeper, action: QAction, window: QWidget
    ) -> None:
        super().__init__(window)
        self._viewer = viewer
        self._settings = settings
        self._action = action
        self._window = window
        self._path: Path | None = None
        self.dialog: HeaderDialog | None = None
        self.loader = HeaderLoader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._on_failed)
        action.triggered.connect(self.show)
        viewer.series_changed.connect(self._follow)
        viewer.position_changed.connect(self._follow)
        settings.changed.connect(self._hide_identity)
        self._follow()

    def show(self) -> None:
        """Open the window, or bring it to the front; its file is read anew."""
        if self.dialog is None:
            self.dialog = HeaderDialog(self._window)
            self._hide_identity()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.search.setFocus()
        self._path = None
        self._follow()

    def shutdown(self) -> None:
        """Close the window, stop and join."""
        if self.dialog is not None:
            self.dialog.close()
        self.loader.shutdown()

    def _follow(self) -> None:
        viewer, dialog = self._viewer, self.dialog
        # A reformatted image is in no file.
        info = None if is_reformatted(viewer.series) else viewer.frame_info
        self._action.setEnabled(info is not None)
        if dialog is None or not dialog.isVisible():
            return
        if info is None:
            self._path = None
            self.loader.drop()
            dialog.show_nothing()
            return
        dialog.set_place(
            tr("image {number} of {count}", number=viewer.index + 1, count=viewer.count)
        )
        if info.source.path != self._path:
            self._path = info.source.path
            dialog.show_reading()
            self.loader.request(self._path)

    def _hide_identity(self) -> None:
        if self.dialog is not None:
            self.dialog.hide_identity(self._settings.current.hide_identity)

    def _on_loaded(self, listing: HeaderListing) -> None:
        if self.dialog is not None:
            self.dialog.show_listing(listing)

    def _on_failed(self, error: TumorViewError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
