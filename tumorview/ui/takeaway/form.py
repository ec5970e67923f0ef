"""What is exported, how, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.export_formats import MovieFormat, PictureFormat, written_rate
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr
from tumorview.ui.takeaway.choices import (
    KINDS,
    ExportKind,
    format_choices,
    rate_choices,
    size_text,
)
from tumorview.ui.takeaway.names import name_problem, numbered, proposed_name
from tumorview.ui.takeaway.snapshot import Snapshot, report_facts
from tumorview.ui.takeaway.wishes import (
    Content,
    FileWish,
    MovieWish,
    PictureSize,
    PicturesWish,
    ReportWish,
)
from tumorview.ui.theme import GRID
from tumorview.ui.viewport.corner_text import TextLevel


class ExportForm(QWidget):
    """The choices of an export; `wish` is what they come to.

    Signals
    -------
    changed()
        After every change.
    """

    changed = Signal()

    def __init__(
        self,
        taken: Snapshot,
        kind: ExportKind,
        folder: Path,
        page: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._taken = taken
        self._kind = kind
        self._page = page
        self._movie_formats: tuple[MovieFormat, ...] = tuple(MovieFormat)
        self._name_is_proposal = True
        self._kinds = self._make_kinds()
        self.format_box = _combo(tr("File format"))
        self.size_box = _combo(tr("Size of the picture"))
        self.rate_box = _combo(tr("Images a second"))
        self._fill_rates()
        self.heatmap_box = QCheckBox(tr("Heatmap"))
        self.text_box = QCheckBox(tr("Text in the corners"))
        self.identity_box = QCheckBox(tr("Who the patient is"))
        self.letters_box = QCheckBox(tr("Orientation letters and ruler"))
        self.overlays_box = QCheckBox(tr("Measurements and drawings"))
        self.folder_edit = QLineEdit(str(folder))
        self.folder_edit.setAccessibleName(tr("Folder to write to"))
        self.name_edit = QLineEdit()
        self.name_edit.setAccessibleName(tr("Name of the file, without its ending"))
        self._suffix = _label("", "muted")
        self._lay_out()
        self._set_boxes()
        self._connect()
        self._show_kind()

    # What the owner asks.

    @property
    def kind(self) -> ExportKind:
        """What becomes a file."""
        return self._kind

    @property
    def folder(self) -> Path:
        """Where it goes."""
        return Path(self.folder_edit.text().strip())

    @property
    def names_patient(self) -> bool:
        """True when whoever gets the file can read who the patient is."""
        wanted = self.identity_box.isChecked() and not self._taken.hide_identity
        return wanted and (self._kind is ExportKind.REPORT or self.text_box.isChecked())

    def content(self) -> Content:
        """What is drawn."""
        text = TextLevel.NONE
        if self.text_box.isChecked():
            text = TextLevel.FULL if self.names_patient else TextLevel.NO_IDENTITY
        return Content(
            size=PictureSize(self.size_box.currentData()),
            text=text,
            letters=self.letters_box.isChecked(),
            overlays=self.overlays_box.isChecked(),
            heatmap=self.heatmap_box.isChecked(),
        )

    def problem(self) -> str:
        """What is missing before anything can be written, "" when nothing is."""
        if not self.folder_edit.text().strip():
            return tr("Choose a folder to write to.")
        return name_problem(self.name_edit.text())

    def wish(self, *, replace: bool = False) -> FileWish:
        """What is to be done; call only without a `problem`."""
        taken, content = self._taken, self.content()
        name, suffix = self.name_edit.text().strip(), self._suffix_text()
        if self._kind is ExportKind.MOVIE:
            form = MovieFormat(self.format_box.currentData())
            rate = written_rate(form, float(self.rate_box.currentData()))
            target = self.folder / f"{name}.{suffix}"
            return MovieWish(taken.sight, taken.shots, content, target, form, rate, replace)
        if self._kind is ExportKind.REPORT:
            assert taken.shot is not None
            facts = report_facts(taken, identity=self.names_patient, heatmap=content.heatmap)
            target = self.folder / f"{name}.{suffix}"
            page = str(self.format_box.currentData())
            return ReportWish(taken.sight, taken.shot, content, facts, page, target, replace)
        picture = PictureFormat(self.format_box.currentData())
        if self._kind is ExportKind.SERIES:
            names = numbered(name, [shot.index for shot in taken.shots], suffix)
            targets = tuple(self.folder / one for one in names)
            return PicturesWish(taken.sight, taken.shots, content, targets, picture, replace)
        assert taken.shot is not None
        targets = (self.folder / f"{name}.{suffix}",)
        return PicturesWish(taken.sight, (taken.shot,), content, targets, picture, replace)

    def offer_movies(self, formats: tuple[MovieFormat, ...]) -> None:
        """Offer the films that can be written here."""
        self._movie_formats = formats
        if self._kind is ExportKind.MOVIE:
            self._fill_formats()

    # How it is made.

    def _make_kinds(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for kind, (text, symbol, tip) in KINDS.items():
            button = QPushButton(icon(symbol), local(text))
            button.setToolTip(local(tip))
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(kind is self._kind)
            alone = self._taken.shot is None and kind in (ExportKind.IMAGE, ExportKind.REPORT)
            button.setEnabled(not alone)
            button.clicked.connect(lambda _=False, chosen=kind: self._choose(chosen))
            group.addButton(button)
        return group

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(GRID // 2)
        for button in self._kinds.buttons():
            kinds.addWidget(button)
        kinds.addStretch(1)
        self._format_label = _label(tr("Format"), "muted", self.format_box)
        self._rate_label = _label(tr("Images a second"), "muted", self.rate_box)
        browse = QPushButton(tr("Browse…"))
        browse.setAccessibleName(tr("Choose the folder to write to"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._format_label, 0, 0)
        grid.addWidget(self.format_box, 0, 1, 1, 2)
        grid.addWidget(_label(tr("Size"), "muted", self.size_box), 1, 0)
        grid.addWidget(self.size_box, 1, 1, 1, 2)
        grid.addWidget(self._rate_label, 2, 0)
        grid.addWidget(self.rate_box, 2, 1, 1, 2)
        target = QGridLayout()
        target.setHorizontalSpacing(GRID)
        target.setVerticalSpacing(GRID)
        target.setColumnStretch(1, 1)
        target.addWidget(_label(tr("Folder"), "muted", self.folder_edit), 0, 0)
        target.addWidget(self.folder_edit, 0, 1)
        target.addWidget(browse, 0, 2)
        target.addWidget(_label(tr("Name"), "muted", self.name_edit), 1, 0)
        target.addWidget(self.name_edit, 1, 1)
        target.addWidget(self._suffix, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(kinds)
        layout.addSpacing(GRID // 2)
        layout.addLayout(grid)
        layout.addSpacing(GRID // 2)
        layout.addWidget(_label(tr("On the picture"), "section"))
        for box in self._boxes():
            layout.addWidget(box)
        layout.addSpacing(GRID // 2)
        layout.addWidget(_label(tr("Where to"), "section"))
        layout.addLayout(target)

    def _boxes(self) -> tuple[QCheckBox, ...]:
        return (
            *(self.heatmap_box, self.text_box, self.identity_box),
            *(self.letters_box, self.overlays_box),
        )

    def _set_boxes(self) -> None:
        taken = self._taken
        has_heatmap = any(shot.heatmap is not None for shot in taken.shots)
        self.heatmap_box.setChecked(has_heatmap)
        self.heatmap_box.setVisible(has_heatmap)
        self.text_box.setChecked(taken.content.text is not TextLevel.NONE)
        self.identity_box.setChecked(taken.content.text is TextLevel.FULL)
        self.letters_box.setChecked(True)
        has_overlays = any(shot.overlays for shot in taken.shots)
        self.overlays_box.setChecked(has_overlays)
        self.overlays_box.setVisible(has_overlays)
        if taken.hide_identity:
            self.identity_box.setChecked(False)
            self.identity_box.setToolTip(
                tr("Identity is hidden in the whole application (View, Hide identity)")
            )

    def _connect(self) -> None:
        for box in self._boxes():
            box.toggled.connect(self._on_changed)
        self.format_box.currentIndexChanged.connect(self._on_format)
        self.size_box.currentIndexChanged.connect(self._on_changed)
        self.rate_box.currentIndexChanged.connect(self._on_changed)
        self.folder_edit.textChanged.connect(self._on_changed)
        self.name_edit.textEdited.connect(self._on_name_edited)
        self.name_edit.textChanged.connect(self._on_changed)

    # What happens.

    def _choose(self, kind: ExportKind) -> None:
        self._kind = kind
        self._show_kind()
        self.changed.emit()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Folder to write to"), self.folder_edit.text()
        )
        if chosen:
            self.folder_edit.setText(chosen)

    def _on_name_edited(self) -> None:
        self._name_is_proposal = not self.name_edit.text()

    def _on_format(self) -> None:
        self._show_suffix()
        self._on_changed()

    def _on_changed(self) -> None:
        takes_identity = self._kind is ExportKind.REPORT or self.text_box.isChecked()
        self.identity_box.setEnabled(takes_identity and not self._taken.hide_identity)
        self.changed.emit()

    def _show_kind(self) -> None:
        taken, kind = self._taken, self._kind
        is_movie = kind is ExportKind.MOVIE
        for widget in (self._rate_label, self.rate_box):
            widget.setVisible(is_movie)
        self._format_label.setText(tr("Paper") if kind is ExportKind.REPORT else tr("Format"))
        self._fill_formats()
        self._fill_sizes()
        if self._name_is_proposal:
            index = taken.index if kind in (ExportKind.IMAGE, ExportKind.REPORT) else None
            name = proposed_name(taken.sight.series, index, hide_identity=taken.hide_identity)
            self.name_edit.setText(name)
            self.name_edit.setCursorPosition(0)
        self._on_changed()

    def _fill_formats(self) -> None:
        earlier = self.format_box.currentData()
        self.format_box.blockSignals(True)
        self.format_box.clear()
        for text, value in format_choices(self._kind, self._movie_formats):
            self.format_box.addItem(text, value)
        wanted = self._page if self._kind is ExportKind.REPORT else earlier
        self.format_box.setCurrentIndex(max(0, self.format_box.findData(wanted)))
        self.format_box.blockSignals(False)
        self._on_format()

    def _fill_sizes(self) -> None:
        taken = self._taken
        chosen = self.size_box.currentData()
        self.size_box.blockSignals(True)
        self.size_box.clear()
        for size in PictureSize:
            self.size_box.addItem(size_text(taken, size, self._kind), size.value)
        self.size_box.setCurrentIndex(max(0, self.size_box.findData(chosen)))
        self.size_box.blockSignals(False)

    def _fill_rates(self) -> None:
        for text, rate in rate_choices(self._taken):
            self.rate_box.addItem(text, rate)
        self.rate_box.setCurrentIndex(self.rate_box.findData(self._taken.rate))

    def _show_suffix(self) -> None:
        numbers = " 001" if self._kind is ExportKind.SERIES else ""
        self._suffix.setText(f"{numbers}.{self._suffix_text()}")

    def _suffix_text(self) -> str:
        return "pdf" if self._kind is ExportKind.REPORT else str(self.format_box.currentData())


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    return box


def _label(text: str, role: str, buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    if buddy is not None:
        label.setBuddy(buddy)
    return label
