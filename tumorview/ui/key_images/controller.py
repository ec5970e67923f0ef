"""The actions for key images: wired to viewer, image and slice bar."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tumorview.imaging.reformat_series import is_reformatted
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.key_images.book import KeyImage, KeyImageBook, neighbour
from tumorview.ui.key_images.dialog import KeyImagesDialog
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.viewer import Viewer


class KeyImages(QObject):
    """Marks the image on screen, jumps between marked images, and lists them.

    `window` is what the list stands before.
    """

    def __init__(
        self, actions: ActionTable, viewer: Viewer, reading: ReadingArea, window: QWidget
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._viewer = viewer
        self._reading = reading
        self._window = window
        self.book = KeyImageBook(self)
        self.dialog: KeyImagesDialog | None = None
        actions.connect_jobs(
            {
                "next_key_image": lambda: self._jump(1),
                "previous_key_image": lambda: self._jump(-1),
                "key_images": self.show,
            },
            {"key_image": self._mark},
        )
        self.book.changed.connect(self._on_changed)
        viewer.series_changed.connect(self._on_changed)
        viewer.position_changed.connect(self._follow)
        self._on_changed()

    def show(self) -> None:
        """Open the list, or bring it to the front."""
        if self.dialog is None:
            self.dialog = KeyImagesDialog(self._window)
            self.dialog.chosen.connect(self._go_to)
            self.dialog.removed.connect(lambda key: self.book.set_marked(key.source, False))
        self._list_keys(self.dialog)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.table.setFocus()

    def refresh(self) -> None:
        """Show identity, or hide it, as the viewport does now."""
        if self.dialog is not None:
            self._list_keys(self.dialog)

    def _list_keys(self, dialog: KeyImagesDialog) -> None:
        hidden = self._reading.viewport.hides_identity
        dialog.show_keys(self._keys(), self._current(), hidden=hidden)

    def _keys(self) -> tuple[KeyImage, ...]:
        return self.book.of_study(self._viewer.study)

    def _current(self) -> KeyImage | None:
        series = self._viewer.series
        return None if series is None else KeyImage(series, self._viewer.index)

    def _mark(self, on: bool) -> None:
        info = self._viewer.frame_info
        if info is not None:
            self.book.set_marked(info.source, on)

    def _jump(self, step: int) -> None:
        viewer = self._viewer
        if viewer.study is None or viewer.series is None:
            return
        key = neighbour(self._keys(), viewer.study, viewer.series, viewer.index, step)
        if key is not None:
            self._go_to(key)

    def _go_to(self, key: KeyImage) -> None:
        viewer = self._viewer
        if viewer.study is None:
            return
        # The film would go on from there at once.
        self._actions["cine"].setChecked(False)
        if key.series is viewer.series:
            viewer.go_to(key.index)
        else:
            viewer.show(viewer.study, key.series, key.index)

    def _on_changed(self) -> None:
        keys = self._keys()
        self._reading.slice_bar.set_key_images(self.book.of_series(self._viewer.series))
        for name in ("next_key_image", "previous_key_image"):
            self._actions[name].setEnabled(bool(keys))
        series = self._viewer.series
        self._actions["key_images"].setEnabled(series is not None)
        # A reformatted image is in no series of the study, which is what the list goes through.
        is_listed = series is not None and not is_reformatted(series)
        self._actions["key_image"].setEnabled(is_listed)
        if self.dialog is not None:
            self._list_keys(self.dialog)
        self._follow()

    def _follow(self) -> None:
        """Say of the image on screen whether it is marked."""
        info = self._viewer.frame_info
        marked = info is not None and info.source in self.book
        action = self._actions["key_image"]
        action.blockSignals(True)
        action.setChecked(marked)
        action.blockSignals(False)
        self._reading.viewport.set_key_image(marked)
