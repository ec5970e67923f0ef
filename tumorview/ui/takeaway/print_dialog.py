"""Printing, with the pages as they will come out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.errors import TumorViewError
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.result.wording import spoken
from tumorview.ui.takeaway.notes import Note
from tumorview.ui.takeaway.pages import MARGIN_MM, page_of, paint_image_on, paint_on
from tumorview.ui.takeaway.runner import Studio
from tumorview.ui.takeaway.snapshot import Snapshot, report_facts
from tumorview.ui.takeaway.wishes import Content, PictureSize
from tumorview.ui.theme import GRID, color
from tumorview.ui.viewport.corner_text import TextLevel

NO_PRINTER = tr_noop(
    "No printer is set up on this computer. Report as PDF (Ctrl+E) writes the same page to a file."
)
NAMES_PATIENT = tr_noop(
    "The page will name the patient. View, Hide identity (Ctrl+H) leaves that out."
)

_PREVIEW_WIDTH = 72 * GRID


class PrintDialog(QDialog):
    """What is printed, and its preview. Painting on a printer is done here, as Qt wants it.

    `choose_printer` is how the user is asked for one, False to give up; tests put another in
    its place.
    """

    def __init__(
        self, taken: Snapshot, studio: Studio, page: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if taken.shot is None:
            raise ValueError("What is printed is the image on screen. Received: none")
        self.setWindowTitle(tr("Print"))
        self.setModal(True)
        self.resize(112 * GRID, 72 * GRID)
        self._taken, self._shot = taken, taken.shot
        self._studio = studio
        self._picture: QImage | None = None
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # The name of the job is shown in queues that others see.
        self.printer.setDocName("TumorView")
        self.printer.setPageSize(page_of(page))
        self.printer.setPageMargins(QMarginsF(*(MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
        self.preview = _preview_on(self.printer)
        self.what_box = QComboBox()
        self.what_box.setAccessibleName(tr("What is printed"))
        self.what_box.addItem(tr("Image and model's answer"), True)
        self.what_box.addItem(tr("Image alone"), False)
        self.size_box = QComboBox()
        self.size_box.setAccessibleName(tr("Part of the image"))
        self.size_box.addItem(tr("The whole image"), PictureSize.OWN.value)
        self.size_box.addItem(tr("As on the screen"), PictureSize.SCREEN.value)
        self.turn_box = QComboBox()
        self.turn_box.setAccessibleName(tr("Orientation of the paper"))
        self.turn_box.addItem(tr("Portrait"), False)
        self.turn_box.addItem(tr("Landscape"), True)
        self.text_box = QCheckBox(tr("Text in the corners"))
        self.text_box.setChecked(taken.content.text is not TextLevel.NONE)
        self.identity_box = QCheckBox(tr("Who the patient is"))
        self.identity_box.setChecked(
            taken.content.text is TextLevel.FULL and not taken.hide_identity
        )
        self.identity_box.setEnabled(not taken.hide_identity)
        self.note = Note(tr("Caution about identity"))
        self.print_button = QPushButton(icon("print", "accent_text"), tr("Print…"))
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        self.close_button = QPushButton(tr("Cancel"))
        self.close_button.setAutoDefault(False)
        self._status = QLabel()
        self._status.setProperty("role", "muted")
        self._status.setAccessibleName(tr("State of the print"))
        self._lay_out()
        self.choose_printer: Callable[[QPrinter], bool] = self._ask_for_printer
        self._problem: TumorViewError | None = None
        self._has_printer = bool(QPrinterInfo.availablePrinterNames())
        # Where there is none, Qt paints into a PDF that nobody asked for.
        self._status.setText("" if self._has_printer else local(NO_PRINTER))
        self._connect()
        self._draw()

    @property
    def status(self) -> str:
        """What is said beside the buttons."""
        return self._status.text()

    def paint_pages(self, printer: QPrinter) -> None:
        """Paint everything on `printer`; nothing until the picture is there."""
        if self._picture is None:
            return
        facts = report_facts(
            self._taken, identity=self.identity_box.isChecked(), heatmap=self._content().heatmap
        )
        paint = paint_on if self.what_box.currentData() else paint_image_on
        try:
            paint(printer, facts, self._picture)
        except TumorViewError as error:
            self._problem = error
            self._on_failed(error)

    def print(self) -> None:
        """Ask for a printer and print; the dialog stays where the printer takes nothing."""
        if not self.choose_printer(self.printer):
            return
        self._problem = None
        self.preview.print_()
        if self._problem is None:
            self.accept()

    def _lay_out(self) -> None:
        title = QLabel(tr("Print"))
        title.setProperty("role", "title")
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for text, box in (
            (tr("What"), self.what_box),
            (tr("Part of the image"), self.size_box),
            (tr("Paper"), self.turn_box),
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
        column.addSpacing(GRID)
        column.addWidget(self.text_box)
        column.addWidget(self.identity_box)
        column.addWidget(self.note)
        column.addStretch(1)
        side = QWidget()
        side.setProperty("surface", "panel")
        side.setFixedWidth(38 * GRID)
        side.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self.preview.setMinimumWidth(_PREVIEW_WIDTH // 2)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addWidget(self.preview, 1)
        middle.addWidget(side)
        footer = QHBoxLayout()
        footer.setSpacing(GRID)
        footer.addWidget(self._status, 1)
        footer.addWidget(self.close_button)
        footer.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(title)
        layout.addLayout(middle, 1)
        layout.addLayout(footer)

    def _connect(self) -> None:
        self.preview.paintRequested.connect(self.paint_pages)
        self.what_box.currentIndexChanged.connect(self.preview.updatePreview)
        self.size_box.currentIndexChanged.connect(self._draw)
        self.turn_box.currentIndexChanged.connect(self._turn)
        self.text_box.toggled.connect(self._draw)
        self.identity_box.toggled.connect(self._draw)
        self.print_button.clicked.connect(self.print)
        self.close_button.clicked.connect(self.reject)
        self._studio.drawn.connect(self._on_drawn)
        self._studio.failed.connect(self._on_failed)

    def _content(self) -> Content:
        text = TextLevel.NONE
        names = self.identity_box.isChecked() and not self._taken.hide_identity
        if self.text_box.isChecked():
            text = TextLevel.FULL if names else TextLevel.NO_IDENTITY
        shown = self._taken.content
        return Content(PictureSize(self.size_box.currentData()), text, heatmap=shown.heatmap)

    def _draw(self) -> None:
        names = self.identity_box.isChecked()
        self.note.say(local(NAMES_PATIENT) if names else "")
        self.print_button.setEnabled(False)
        self._studio.draw_for_report(self._taken.sight, self._shot, self._content())

    def _turn(self) -> None:
        landscape = bool(self.turn_box.currentData())
        turned = (
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        )
        self.printer.setPageOrientation(turned)
        self.preview.setOrientation(turned)

    def _on_drawn(self, picture: QImage) -> None:
        self._picture = picture
        self.print_button.setEnabled(self._has_printer)
        self.preview.updatePreview()
        # The first pages come before the widget knows its size.
        QTimer.singleShot(0, self.preview.fitInView)

    def _on_failed(self, error: TumorViewError) -> None:
        self._status.setText(spoken(error, with_path=False))

    def _ask_for_printer(self, printer: QPrinter) -> bool:
        dialog = QPrintDialog(printer, self)
        # There are no pages to choose from: it is one, or two that belong together.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        return dialog.exec() == QDialog.DialogCode.Accepted


def _preview_on(printer: QPrinter) -> QPrintPreviewWidget:
    preview = QPrintPreviewWidget(printer)
    preview.setAccessibleName(tr("Preview of the pages"))
    for view in preview.findChildren(QGraphicsView):
        view.setBackgroundBrush(color("window"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setAccessibleName(preview.accessibleName())
        # It would be a second stop for Tab that does nothing.
        view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return preview
