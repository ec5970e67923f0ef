"""What to scan and where the results go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from tumorview.services.scan_queue import ScanWish
from tumorview.ui.batch.keeper import OutputLook
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID, set_property

DEFAULT_CSV_NAME = "tumorview.csv"


class BatchForm(QWidget):
    """Folder, CSV, heatmap pictures, resume.

    Signals
    -------
    changed()
        After every change.
    output_chosen(path)
        There is a new CSV path to look at; answer with `show_output`.
    browse_folder(), browse_csv()
        The user wants a file dialog.
    """

    changed = Signal()
    output_chosen = Signal(Path)
    browse_folder = Signal()
    browse_csv = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._csv_is_proposal = True
        self.folder_edit = QLineEdit()
        self.folder_edit.setPlaceholderText(tr("Folder with DICOM, PNG or JPEG images"))
        self.folder_edit.setAccessibleName(tr("Folder to scan"))
        self.csv_edit = QLineEdit()
        self.csv_edit.setPlaceholderText(tr("Table of results"))
        self.csv_edit.setAccessibleName(tr("CSV file to write"))
        folder_button = QPushButton(tr("Browse…"))
        folder_button.setAccessibleName(tr("Choose the folder to scan"))
        csv_button = QPushButton(tr("Browse…"))
        csv_button.setAccessibleName(tr("Choose the CSV file"))
        self.heatmaps_box = QCheckBox(tr("Save a picture with the heatmap of each image"))
        self.maps_box = QCheckBox(tr("And as DICOM parametric maps, for a PACS"))
        self.maps_box.setToolTip(
            tr("Images that are not DICOM, or have no place in the patient, get the picture only")
        )
        self.maps_box.setEnabled(False)
        self.resume_box = QCheckBox(tr("Go on from the earlier scan"))
        self.resume_box.setToolTip(
            tr("Files that are done and have not changed are not done again")
        )
        self._taken = ""
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)

        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for row, (text, edit, button) in enumerate(
            (
                (tr("Folder"), self.folder_edit, folder_button),
                ("CSV", self.csv_edit, csv_button),
            )
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(edit)
            button.setAutoDefault(False)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
            grid.addWidget(button, row, 2)
        grid.addWidget(self.heatmaps_box, 2, 1)
        grid.addWidget(self.maps_box, 3, 1)
        grid.addWidget(self.resume_box, 4, 1)
        grid.addWidget(self._note, 5, 1, 1, 2)
        grid.setColumnStretch(1, 1)

        self.folder_edit.textChanged.connect(self._on_folder_changed)
        self.csv_edit.textEdited.connect(self._on_csv_edited)
        self.csv_edit.textChanged.connect(self._on_csv_changed)
        self.heatmaps_box.toggled.connect(self._on_heatmaps)
        self.resume_box.toggled.connect(self._refresh_note)
        folder_button.clicked.connect(self.browse_folder)
        csv_button.clicked.connect(self.browse_csv)
        self._look: OutputLook | None = None
        self._refresh_note()

    @property
    def folder_text(self) -> str:
        """What stands in the folder field."""
        return self.folder_edit.text().strip()

    @property
    def csv_text(self) -> str:
        """What stands in the CSV field."""
        return self.csv_edit.text().strip()

    def set_folder(self, folder: Path) -> None:
        """Fill in the folder; the CSV follows unless the user has chosen one."""
        self.folder_edit.setText(str(folder))

    def set_csv(self, path: Path) -> None:
        """Fill in the CSV as the user's own choice."""
        self._csv_is_proposal = False
        self.csv_edit.setText(str(path))

    def options(self) -> ScanWish | None:
        """What the form says, or None while something is missing."""
        if not self.folder_text or not self.csv_text:
            return None
        csv_path = Path(self.csv_text)
        pictures = csv_path.with_name(f"{csv_path.stem}_heatmaps") if csv_path.name else None
        return ScanWish(
            folder=Path(self.folder_text),
            csv_path=csv_path,
            resume=self.resume_box.isChecked(),
            heatmap_dir=pictures if self.heatmaps_box.isChecked() else None,
            parametric_maps=self.maps_box.isChecked(),
        )

    def show_output(self, look: OutputLook) -> None:
        """What is at the CSV's place already; an answer about another place is dropped."""
        if look.csv_path == Path(self.csv_text):
            self._look = look
            self._refresh_note()

    def show_taken(self, scan: str) -> None:
        """Name of the scan in the queue that will write to this CSV too; "" for none."""
        if scan != self._taken:
            self._taken = scan
            self._refresh_note()

    def clear(self) -> None:
        """Begin another scan: nothing is filled in."""
        self._csv_is_proposal = True
        self.folder_edit.clear()
        self.csv_edit.clear()

    def refresh_output(self) -> None:
        """Ask again what is at the CSV's place."""
        if self.csv_text:
            self.output_chosen.emit(Path(self.csv_text))

    def _on_folder_changed(self) -> None:
        if self._csv_is_proposal:
            proposal = Path(self.folder_text) / DEFAULT_CSV_NAME if self.folder_text else ""
            self.csv_edit.setText(str(proposal))
        self.changed.emit()

    def _on_heatmaps(self, on: bool) -> None:
        self.maps_box.setEnabled(on)
        if not on:
            self.maps_box.setChecked(False)

    def _on_csv_edited(self) -> None:
        self._csv_is_proposal = not self.csv_text

    def _on_csv_changed(self) -> None:
        self._look = None
        self._refresh_note()
        self.refresh_output()
        self.changed.emit()

    def _refresh_note(self) -> None:
        look = self._look
        can_resume = look is not None and look.journal_exists
        self.resume_box.setEnabled(can_resume)
        if not can_resume:
            self.resume_box.setChecked(False)
        note = ""
        if self._taken:
            note = tr(
                "The scan of {name} in the queue writes to this CSV too. Choose another, or its "
                "rows will be replaced.",
                name=self._taken,
            )
        elif look is not None and look.csv_exists and not self.resume_box.isChecked():
            note = tr("{name} exists and will be replaced.", name=look.csv_path.name)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        set_property(self._note, "severity", "warning" if note else None)
