"""Setting up a scan: the form, what it is for, and the way into the queue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tumorview.services.scan_queue import ScanWish
from tumorview.ui.batch.form import BatchForm
from tumorview.ui.batch.queue import QueueRunner
from tumorview.ui.batch.wording import scan_name
from tumorview.ui.icons import icon
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID


class FormPage(QWidget):
    """The form with its heading and its button.

    Signals
    -------
    wished(ScanWish)
        The user wants this scan.
    """

    wished = Signal(object)

    def __init__(self, runner: QueueRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._runner = runner
        # As in the user's settings; see `set_look`.
        self._look = ScanWish(Path(), Path())
        self.form = BatchForm()
        self.start_button = QPushButton(icon("play", "accent_text"), tr("Start scan"))
        self.start_button.setProperty("kind", "primary")
        self.start_button.setAutoDefault(False)
        title = QLabel(tr("Scan a folder"))
        title.setProperty("role", "title")
        text = QLabel(
            tr(
                "Every image of the folder and its subfolders gets a row in the CSV; "
                "a file that cannot be read gets a row with the reason. "
                "Scans run one after the other."
            )
        )
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 4)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addWidget(self.form)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.form.changed.connect(self.refresh)
        self.form.browse_folder.connect(self._choose_folder)
        self.form.browse_csv.connect(self._choose_csv)
        self.form.output_chosen.connect(runner.keeper.look_at_output)
        runner.keeper.output_looked.connect(self.form.show_output)
        runner.changed.connect(self.refresh)
        self.start_button.clicked.connect(self.start)
        self.refresh()

    def set_look(self, model_id: str | None, engine: str, color_map: str, opacity: float) -> None:
        """Model, engine and heatmap look of the scans to come, as in the user's settings."""
        self._look = replace(
            self._look, model_id=model_id, engine=engine, color_map=color_map, opacity=opacity
        )

    def start(self) -> None:
        """Wish for what the form says, if it says enough."""
        asked = self.form.options()
        if asked is None:
            return
        look = self._look
        self.wished.emit(
            replace(
                asked,
                model_id=look.model_id,
                engine=look.engine,
                color_map=look.color_map,
                opacity=look.opacity,
            )
        )

    def refresh(self) -> None:
        """Say what the button does now, and whether another scan writes to the same place."""
        asked = self.form.options()
        waits = self._runner.is_running or self._runner.is_held
        self.start_button.setText(tr("Add to the queue") if waits else tr("Start scan"))
        self.start_button.setEnabled(asked is not None)
        other = None if asked is None else self._runner.queue.writer_of(asked.csv_path)
        self.form.show_taken("" if other is None else scan_name(other))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder to scan"), self.form.folder_text)
        if chosen:
            self.form.set_folder(Path(chosen))

    def _choose_csv(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("CSV file"), self.form.csv_text, "CSV (*.csv)"
        )
        if chosen:
            self.form.set_csv(Path(chosen))
