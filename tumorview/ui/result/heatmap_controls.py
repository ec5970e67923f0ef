"""Whether, for which class and how the heatmap is drawn. Off until asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.prediction import Prediction
from tumorview.reporting.colormaps import COLOR_MAPS, DEFAULT_COLOR_MAP, apply_color_map
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.qimage import to_qimage
from tumorview.ui.result.wording import HEATMAP_NOTE, LESION_NOTE
from tumorview.ui.theme import GRID, color

DEFAULT_OPACITY = 0.5
PREDICTED_CLASS = tr_noop("Predicted class")
ANY_TUMOR = tr_noop("Any tumour")


@dataclass(frozen=True, slots=True)
class HeatmapView:
    """How to draw the heatmap.

    `class_id` None means the leading heatmap of each image: that of the predicted class, or the
    one of any tumour where the model has no other; `opacity` and `threshold` are in 0..1. Below
    the threshold nothing is drawn, and `contour` draws a line there. `beside` shows the heatmap on
    a second picture and leaves the first one plain.
    """

    visible: bool = False
    class_id: str | None = None
    color_map: str = DEFAULT_COLOR_MAP
    opacity: float = DEFAULT_OPACITY
    threshold: float = 0.0
    contour: bool = False
    beside: bool = False


class ColorBar(QWidget):
    """The colour map from 0 to 1 with its ends named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = DEFAULT_COLOR_MAP
        self._threshold = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Colour scale from 0, no evidence, to 1, strong evidence"))

    def set_look(self, name: str, threshold: float) -> None:
        """Draw this map from the threshold on."""
        self._name, self._threshold = name, threshold
        self.update()

    def sizeHint(self) -> QSize:
        """A thin strip and a line of figures."""
        return QSize(20 * GRID, 3 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale."""
        ramp = np.linspace(0.0, 1.0, 256, dtype=np.float32)[np.newaxis, :]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = QRectF(0, 0, self.width(), GRID)
        painter.drawImage(bar, to_qimage(apply_color_map(ramp, self._name)))
        if self._threshold > 0:
            undrawn = QRectF(0, 0, self.width() * self._threshold, GRID)
            painter.fillRect(undrawn, color("surface_raised"))
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(color("text_faint"))
        below = QRectF(0, GRID, self.width(), 2 * GRID)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | bottom, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | bottom, "0.5")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | bottom, "1")
        painter.end()


_SHORTEST_CHOICE = 10
"""Characters of a choice that are seen at least."""


class HeatmapControls(QWidget):
    """Show, class, colour map, opacity, colour scale and what a heatmap is.

    Signals
    -------
    changed(HeatmapView)
        After every change by the user or by `set_view`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._class_ids: tuple[str, ...] = ()
        self.show_box = QCheckBox(tr("Show heatmap"))
        self.show_box.setAccessibleName(tr("Show heatmap on the image"))
        self.class_box = QComboBox()
        self.class_box.setAccessibleName(tr("Class of the heatmap"))
        self.class_box.addItem(local(PREDICTED_CLASS), None)
        self.map_box = QComboBox()
        self.map_box.setAccessibleName(tr("Colour map of the heatmap"))
        for name, spec in COLOR_MAPS.items():
            self.map_box.addItem(local(spec.title), name)
        self.map_box.setCurrentIndex(self.map_box.findData(DEFAULT_COLOR_MAP))
        self.opacity_slider = _slider(tr("Opacity of the heatmap in percent"))
        self.opacity_slider.setValue(round(DEFAULT_OPACITY * 100))
        self._opacity_label = QLabel()
        self.threshold_slider = _slider(tr("Threshold of the heatmap in hundredths"))
        self.threshold_slider.setToolTip(tr("Heat below it is not drawn"))
        self._threshold_label = QLabel()
        self.contour_box = QCheckBox(tr("Line at the threshold"))
        self.contour_box.setToolTip(
            tr("Where the heatmap passes the threshold; not a lesion outline")
        )
        self.place_box = QComboBox()
        self.place_box.setAccessibleName(tr("Where the heatmap is shown"))
        self.place_box.addItem(tr("On the image"), False)
        self.place_box.addItem(tr("Beside the image"), True)
        self.color_bar = ColorBar()
        self._note = QLabel(local(HEATMAP_NOTE))
        self._note.setProperty("role", "faint")
        self._note.setWordWrap(True)

        self._options = self._make_options()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.show_box)
        layout.addWidget(self._options)
        layout.addWidget(self._note)

        for box in (self.show_box, self.contour_box):
            box.toggled.connect(self._announce)
        for choice in (self.class_box, self.map_box, self.place_box):
            choice.currentIndexChanged.connect(self._announce)
        for slider in (self.opacity_slider, self.threshold_slider):
            slider.valueChanged.connect(self._announce)
        self._refresh()

    def _make_options(self) -> QWidget:
        options = QWidget()
        options.setProperty("surface", "panel")
        grid = QGridLayout(options)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for row, text in enumerate(
            (tr("Class"), tr("Place"), tr("Colours"), tr("Opacity"), tr("Threshold"))
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
        for row, box in enumerate((self.class_box, self.place_box, self.map_box)):
            # Else the longest title would make the panel wider than a small window leaves it.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_SHORTEST_CHOICE)
            grid.addWidget(box, row, 1)
        grid.addLayout(_with_number(self.opacity_slider, self._opacity_label), 3, 1)
        grid.addLayout(_with_number(self.threshold_slider, self._threshold_label), 4, 1)
        grid.addWidget(self.contour_box, 5, 1)
        grid.addWidget(self.color_bar, 6, 1)
        grid.setColumnStretch(1, 1)
        return options

    @property
    def view(self) -> HeatmapView:
        """What the controls say now."""
        return HeatmapView(
            visible=self.show_box.isChecked(),
            class_id=self.class_box.currentData(),
            color_map=str(self.map_box.currentData()),
            opacity=self.opacity_slider.value() / 100,
            threshold=self.threshold_slider.value() / 100,
            contour=self.contour_box.isChecked(),
            beside=bool(self.place_box.currentData()),
        )

    def set_view(self, view: HeatmapView) -> None:
        """Set all controls; one `changed` follows."""
        controls: tuple[QWidget, ...] = (
            *(self.show_box, self.class_box, self.map_box, self.opacity_slider),
            *(self.threshold_slider, self.contour_box, self.place_box),
        )
        for widget in controls:
            widget.blockSignals(True)
        self.show_box.setChecked(view.visible)
        self.class_box.setCurrentIndex(max(0, self.class_box.findData(view.class_id)))
        self.map_box.setCurrentIndex(max(0, self.map_box.findData(view.color_map)))
        self.opacity_slider.setValue(round(view.opacity * 100))
        self.threshold_slider.setValue(round(view.threshold * 100))
        self.contour_box.setChecked(view.contour)
        self.place_box.setCurrentIndex(self.place_box.findData(view.beside))
        for widget in controls:
            widget.blockSignals(False)
        self._announce()

    def set_prediction(self, prediction: Prediction | None) -> None:
        """Offer the classes of this answer; without heatmaps the controls are disabled.

        What the user chose stays, so that scrolling does not switch a heatmap on or off.
        """
        self.setEnabled(prediction is not None and bool(prediction.heatmaps))
        if prediction is None or not prediction.heatmaps:
            return
        of_any_tumor = prediction.tumor_heatmap is not None
        labels = () if of_any_tumor else prediction.probabilities.labels
        self._note.setText(local(LESION_NOTE if of_any_tumor else HEATMAP_NOTE))
        # A map of any tumour must not look as if it were of one class.
        self.class_box.setEnabled(not of_any_tumor)
        self.class_box.setItemText(0, local(ANY_TUMOR if of_any_tumor else PREDICTED_CLASS))
        ids = tuple(label.id for label in labels)
        if ids == self._class_ids:
            return
        self._class_ids = ids
        chosen = self.class_box.currentData()
        self.class_box.blockSignals(True)
        self.class_box.clear()
        self.class_box.addItem(local(ANY_TUMOR if of_any_tumor else PREDICTED_CLASS), None)
        for label in labels:
            self.class_box.addItem(local(label.name), label.id)
        self.class_box.setCurrentIndex(max(0, self.class_box.findData(chosen)))
        self.class_box.blockSignals(False)
        if self.class_box.currentData() != chosen:
            self._announce()

    def _announce(self) -> None:
        self._refresh()
        self.changed.emit(self.view)

    def _refresh(self) -> None:
        view = self.view
        self._options.setVisible(view.visible)
        self._opacity_label.setText(f"{round(view.opacity * 100):3d} %")
        self._threshold_label.setText(f"{view.threshold:.2f}")
        self.contour_box.setEnabled(view.visible and view.threshold > 0)
        self.color_bar.set_look(view.color_map, view.threshold)


def _slider(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setRange(0, 100)
    return slider


def _with_number(slider: QSlider, number: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(slider, 1)
    row.addWidget(number)
    return row
