"""The actions that take something out of the application: export, copy, print, report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QWidget

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.cine import Cine
from tumorview.ui.language import local, tr_noop
from tumorview.ui.notifier import Notifier
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.takeaway.choices import ExportKind
from tumorview.ui.takeaway.form import ExportForm
from tumorview.ui.takeaway.runner import FileWriter, Studio
from tumorview.ui.takeaway.snapshot import Snapshot, take_snapshot
from tumorview.ui.viewer import Viewer
from tumorview.ui.viewport.corner_text import TextLevel

if TYPE_CHECKING:
    from tumorview.ui.takeaway.dialog import ExportDialog
    from tumorview.ui.takeaway.print_dialog import PrintDialog

COPIED = tr_noop("The image is on the clipboard, as on the screen.")
COPY_NAMES_PATIENT = tr_noop(
    "What was copied names the patient. View, Hide identity (Ctrl+H) keeps that out of everything "
    "that leaves TumorView."
)

_OF_THE_IMAGE = ("export_image", "copy_image", "print_image", "export_report")
_OF_THE_SERIES = ("export_series", "export_movie")


class TakeAway(QObject):
    """Wires the actions to what is on screen, and owns the threads that make files.

    Parameters
    ----------
    window
        What dialogs stand before.
    """

    def __init__(
        self,
        actions: ActionTable,
        viewer: Viewer,
        reading: ReadingArea,
        cine: Cine,
        *,
        settings: SettingsKeeper,
        notifier: Notifier,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._viewer, self._viewport, self._cine = viewer, reading.viewport, cine
        self._settings, self._notifier, self._window = settings, notifier, window
        self._folder: Path | None = None
        self._said_that_copies_name = False
        self._copy_names_patient = False
        self.export_dialog: ExportDialog | None = None
        self.print_dialog: PrintDialog | None = None
        self.writer = FileWriter(self)
        self.studio = Studio("tumorview-preview", self)
        self.copier = Studio("tumorview-clipboard", self)
        self.copier.drawn.connect(self._on_copy)
        self.copier.failed.connect(notifier.show_error)
        jobs: dict[str, Callable[[], object]] = {
            "export_image": lambda: self.export(ExportKind.IMAGE),
            "export_series": lambda: self.export(ExportKind.SERIES),
            "export_movie": lambda: self.export(ExportKind.MOVIE),
            "export_report": lambda: self.export(ExportKind.REPORT),
            "copy_image": self.copy,
            "print_image": self.print,
        }
        actions.connect_jobs(jobs, {})
        viewer.series_changed.connect(self._offer)
        viewer.position_changed.connect(self._offer)
        viewer.frame_failed.connect(self._offer)
        reading.shown.connect(self._offer)
        self._offer()

    def export(self, kind: ExportKind) -> None:
        """Open the export dialog over what is on screen now."""
        taken = self._snapshot()
        if taken is None or (taken.shot is None and kind in (ExportKind.IMAGE, ExportKind.REPORT)):
            return
        from tumorview.ui.takeaway.dialog import ExportDialog  # noqa: PLC0415 - seldom needed

        form = ExportForm(taken, kind, self._folder or _first_folder(), _paper())
        dialog = ExportDialog(form, taken, self.writer, self.studio, self._window)
        dialog.finished_well.connect(self._notifier.show_info)
        dialog.finished.connect(lambda _code: self._on_export_closed(dialog))
        self.export_dialog = dialog
        dialog.open()

    def copy(self) -> None:
        """Put what is on screen on the clipboard: the image and all that lies over it."""
        taken = self._snapshot()
        if taken is None or taken.shot is None:
            return
        self._copy_names_patient = taken.content.text is TextLevel.FULL
        self.copier.draw(taken.sight, taken.shot, taken.content)

    def print(self) -> None:
        """Open the print dialog over what is on screen now."""
        taken = self._snapshot()
        if taken is None or taken.shot is None:
            return
        from tumorview.ui.takeaway.print_dialog import PrintDialog  # noqa: PLC0415 - seldom needed

        dialog = PrintDialog(taken, self.studio, _paper(), self._window)
        dialog.finished.connect(lambda _code: self._on_print_closed(dialog))
        self.print_dialog = dialog
        dialog.open()

    def shutdown(self) -> None:
        """Stop what runs and join; files that are written stay, each of them whole."""
        for dialog in (self.export_dialog, self.print_dialog):
            if dialog is not None:
                QDialog.reject(dialog)
        for worker in (self.writer, self.studio, self.copier):
            worker.shutdown()

    def _snapshot(self) -> Snapshot | None:
        return take_snapshot(
            self._viewer,
            self._viewport,
            hide_identity=self._settings.current.hide_identity,
            rate=self._cine.rate,
        )

    def _offer(self) -> None:
        reading = self._viewer.series is not None
        picture = self._viewport.picture
        shown = reading and picture is not None and picture.series is self._viewer.series
        for name in _OF_THE_IMAGE:
            self._actions[name].setEnabled(shown)
        for name in _OF_THE_SERIES:
            self._actions[name].setEnabled(reading)

    def _on_copy(self, image: QImage) -> None:
        image.setDevicePixelRatio(1.0)
        QGuiApplication.clipboard().setImage(image)
        self._notifier.show_info(local(COPIED))
        if self._copy_names_patient and not self._said_that_copies_name:
            self._said_that_copies_name = True
            self._notifier.show_warning(local(COPY_NAMES_PATIENT))

    def _on_export_closed(self, dialog: ExportDialog) -> None:
        self._folder = dialog.form.folder
        self.export_dialog = None
        dialog.deleteLater()

    def _on_print_closed(self, dialog: PrintDialog) -> None:
        self.print_dialog = None
        dialog.deleteLater()


def _first_folder() -> Path:
    """Never the folder of the study: its name may be a patient's."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _paper() -> str:
    """The paper of the country."""
    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return "A4" if metric else "Letter"
