"""What fills the window: series at the left, image in the middle, result at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tumorview.ui.browser.panel import StudyBrowser
from tumorview.ui.empty_state import EmptyState
from tumorview.ui.language import tr
from tumorview.ui.result_panel import ResultPanel
from tumorview.ui.theme import GRID
from tumorview.ui.toolbar import ToolBar

SERIES_WIDTH = 32 * GRID
RESULT_WIDTH = 42 * GRID


class Workspace(QWidget):
    """Tool bar over three columns; the outer two can be hidden."""

    def __init__(
        self,
        toolbar: ToolBar,
        series_list: StudyBrowser,
        empty: EmptyState,
        reading: QWidget,
        result: ResultPanel,
    ) -> None:
        super().__init__()
        self.toolbar = toolbar
        self.empty = empty
        self._reading = reading
        self._result = result
        self._series_panel = _titled_panel(tr("Studies"), series_list)
        self._series_panel.setMinimumWidth(24 * GRID)
        self.center = QStackedWidget()
        self.center.addWidget(empty)
        self.center.addWidget(reading)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        for widget in (self._series_panel, self.center, result):
            self._columns.addWidget(widget)
        for place, stretch in enumerate((0, 1, 0)):
            self._columns.setStretchFactor(place, stretch)
        self._columns.setSizes([SERIES_WIDTH, 4 * SERIES_WIDTH, RESULT_WIDTH])
        self._widths = [SERIES_WIDTH, RESULT_WIDTH]
        self._columns.splitterMoved.connect(self._note_widths)
        line = QFrame()
        line.setProperty("line", "horizontal")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(toolbar)
        layout.addWidget(line)
        layout.addWidget(self._columns, 1)
        self._line = line
        self.show_reading(False)
        self.show_result(False)

    def show_reading(self, reading: bool) -> None:
        """The image, or the invitation to open one."""
        self.center.setCurrentWidget(self._reading if reading else self.empty)

    @property
    def is_reading(self) -> bool:
        """True while an image is (about to be) on screen."""
        return self.center.currentWidget() is self._reading

    def show_series(self, visible: bool) -> None:
        """The left column."""
        self._series_panel.setVisible(visible)
        self._share_out()

    def show_result(self, visible: bool) -> None:
        """The right column."""
        self._result.setVisible(visible)
        self._share_out()

    @property
    def panel_widths(self) -> tuple[int, int]:
        """Width of the left and of the right column, also of one that is hidden."""
        return self._widths[0], self._widths[1]

    def set_panel_widths(self, series: int | None, result: int | None) -> None:
        """Give the outer columns these widths; None leaves one as it is."""
        self._widths = [series or self._widths[0], result or self._widths[1]]
        self._share_out()

    def _share_out(self) -> None:
        """Give the outer columns their widths; left alone, the splitter takes from all alike."""
        panels = (self._series_panel, self._result)
        outer = sum(
            width + self._columns.handleWidth()
            for panel, width in zip(panels, self._widths, strict=True)
            if not panel.isHidden()
        )
        left, right = self._widths
        self._columns.setSizes([left, max(self._columns.width() - outer, 1), right])

    def _note_widths(self) -> None:
        left, _, right = self._columns.sizes()
        # A column that is hidden has none.
        self._widths = [left or self._widths[0], right or self._widths[1]]

    def show_image_only(self, alone: bool) -> None:
        """Nothing but the image, for the whole screen."""
        self.toolbar.setVisible(not alone)
        self._line.setVisible(not alone)


def _titled_panel(title: str, content: QWidget) -> QWidget:
    panel = QFrame()
    panel.setProperty("surface", "panel")
    label = QLabel(title)
    label.setProperty("role", "section")
    label.setContentsMargins(2 * GRID, GRID + 4, GRID, GRID // 2)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(label)
    layout.addWidget(content, 1)
    return panel
