"""What the window shows before anything is open: an invitation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tumorview.ui.actions.tips import follow_tip
from tumorview.ui.icons import IconMark, icon
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID, color

_ICON = 56


class EmptyState(QWidget):
    """Drop target, two ways to open, and the sample study."""

    def __init__(self, open_files: QAction, open_folder: QAction, open_sample: QAction) -> None:
        super().__init__()
        self.setAccessibleName(tr("Nothing is open"))
        self._dropping = False

        mark = IconMark("sample", "text_faint", _ICON)
        title = QLabel(tr("Drop a study folder, a ZIP archive or images here"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = QLabel(tr("DICOM (MR, CT, multi-frame), PNG and JPEG"))
        kinds.setProperty("role", "muted")
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.folder_button = folder = _button(
            open_folder, tr("Open folder…"), "primary", "accent_text"
        )
        files = _button(open_files, tr("Open files…"), "", "text_muted")
        sample = _button(open_sample, tr("Try the sample study"), "quiet", "text_muted")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for button in (folder, files):
            row.addWidget(button)
        row.addStretch(1)
        sample_row = QHBoxLayout()
        sample_row.addStretch(1)
        sample_row.addWidget(sample)
        sample_row.addStretch(1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch(3)
        layout.addWidget(mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(2 * GRID)
        layout.addWidget(title)
        layout.addWidget(kinds)
        layout.addSpacing(3 * GRID)
        layout.addLayout(row)
        layout.addLayout(sample_row)
        layout.addStretch(4)

    def sizeHint(self) -> QSize:
        """Qt: the size it would like."""
        return QSize(640, 480)

    def set_dropping(self, dropping: bool) -> None:
        """Show that a drop would be taken."""
        self._dropping = dropping
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("window"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(20.5, 20.5, -20.5, -20.5)
        pen = QPen(color("accent" if self._dropping else "border_strong"), 1.5)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        if self._dropping:
            painter.setBrush(color("accent", 0.08))
        painter.drawRoundedRect(edge, 12, 12)


def _button(action: QAction, text: str, kind: str, ink: str) -> QPushButton:
    name = {"open_files": "open", "open_folder": "folder", "open_sample": "sample"}
    button = QPushButton(icon(name[action.objectName()], ink), text)
    if kind:
        button.setProperty("kind", kind)
    follow_tip(button, action)
    button.setIconSize(QSize(16, 16))
    button.clicked.connect(action.trigger)
    return button
