"""All classes as bars, in the manifest's order."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tumorview.domain.prediction import ClassProbabilities
from tumorview.reporting.words import percent
from tumorview.ui.language import local, tr
from tumorview.ui.theme import GRID, color, tabular

_ROW = 4 * GRID
_BAR = 6


class ProbabilityBars(QWidget):
    """One row a class: name, calibrated probability, bar. The predicted class stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probabilities: ClassProbabilities | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Calibrated probabilities"))

    def set_probabilities(self, probabilities: ClassProbabilities) -> None:
        """Show these."""
        self._probabilities = probabilities
        self.setAccessibleDescription(", ".join(f"{n} {p}" for n, p in self.rows()))
        self.updateGeometry()
        self.update()

    def rows(self) -> list[tuple[str, str]]:
        """(name, probability) of every class, as drawn."""
        if self._probabilities is None:
            return []
        values = zip(self._probabilities.labels, self._probabilities.values, strict=True)
        return [(local(label.name), percent(value)) for label, value in values]

    def sizeHint(self) -> QSize:
        """Height of all rows."""
        return QSize(30 * GRID, max(1, len(self.rows())) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Names are elided when there is less room."""
        return QSize(16 * GRID, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        if self._probabilities is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        predicted = self._probabilities.predicted_index
        for index, (name, text) in enumerate(self.rows()):
            self._paint_row(
                painter,
                index * _ROW,
                name,
                text,
                self._probabilities.values[index],
                emphasised=index == predicted,
            )
        painter.end()

    def _paint_row(
        self,
        painter: QPainter,
        top: int,
        name: str,
        text: str,
        value: float,
        *,
        emphasised: bool,
    ) -> None:
        font = tabular(self.font())
        if emphasised:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(color("text" if emphasised else "text_muted"))
        metrics = QFontMetrics(font)
        line = QRectF(0, top, self.width(), _ROW - _BAR - GRID / 2)
        number_width = metrics.horizontalAdvance(text) + GRID
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, text)
        painter.drawText(
            line.adjusted(0, 0, -number_width, 0),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(line.width() - number_width)),
        )
        track = QRectF(0, line.bottom() + 3, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface_hover"))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if value > 0:
            track.setWidth(max(_BAR, track.width() * value))
            painter.setBrush(color("accent" if emphasised else "text_disabled"))
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
