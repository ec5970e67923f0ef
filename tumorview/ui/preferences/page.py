"""One page of settings: title, sentence, control and the way back to the default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from tumorview.services.settings import Settings, SettingsError, SettingSpec
from tumorview.ui.error_words import error_sentence
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr
from tumorview.ui.preferences.controls import ModelControl, SettingControl, make_control
from tumorview.ui.preferences.table import SettingEntry
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.theme import GRID

_CONTROL_WIDTH = 28 * GRID


class SettingRow:
    """The parts of one setting, laid into a grid."""

    def __init__(self, entry: SettingEntry, spec: SettingSpec, keeper: SettingsKeeper) -> None:
        self.name = entry.name
        self._spec = spec
        self._keeper = keeper
        self.title = QLabel(local(entry.title))
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self.sentence = QLabel(local(spec.help))
        self.sentence.setProperty("role", "muted")
        self.sentence.setWordWrap(True)
        self.problem = QLabel()
        self.problem.setProperty("severity", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.control: SettingControl = make_control(entry, spec)
        widget = self.control.widget
        widget.setAccessibleName(local(entry.title))
        widget.setAccessibleDescription(local(spec.help))
        if not isinstance(widget, QCheckBox):
            widget.setFixedWidth(_CONTROL_WIDTH)
        self.title.setBuddy(widget)
        self.back = QToolButton()
        self.back.setIcon(icon("reset"))
        self.back.setProperty("kind", "quiet")
        self.back.setProperty("shape", "icon")
        self.back.setAccessibleName(tr("Default of {setting}", setting=local(entry.title)))
        self.back.setToolTip(tr("Back to the default"))
        self.control.wished.connect(self._take)
        self.back.clicked.connect(lambda: self._take(spec.default))

    def lay(self, grid: QGridLayout, row: int) -> None:
        """Put the parts into four rows of `grid` from `row` on."""
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.title, row, 0)
        grid.addWidget(self.sentence, row + 1, 0)
        grid.addWidget(self.problem, row + 2, 0)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.control.widget, row, 1, 2, 1, top | right)
        grid.addWidget(self.back, row, 2, 2, 1, top)
        line = QFrame()
        line.setProperty("line", "horizontal")
        grid.addWidget(line, row + 3, 0, 1, 3)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        value = getattr(settings, self.name)
        self.control.show_value(value)
        self.back.setEnabled(value != self._spec.default)

    def _take(self, value: object) -> None:
        error: SettingsError | None = self._keeper.try_change(**{self.name: value})
        self.problem.setText("" if error is None else error_sentence(error))
        self.problem.setVisible(error is not None)
        # Also where nothing has changed: the control may show what was refused.
        self.show_settings(self._keeper.current)


class SettingsPage(QScrollArea):
    """The settings of one page, below each other."""

    def __init__(
        self, pairs: Sequence[tuple[SettingEntry, SettingSpec]], keeper: SettingsKeeper
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("surface", "panel")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 1)
        self.rows = [SettingRow(entry, spec, keeper) for entry, spec in pairs]
        for place, row in enumerate(self.rows):
            row.lay(grid, 4 * place)
        grid.setRowStretch(4 * len(self.rows), 1)
        self.setWidget(content)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        for row in self.rows:
            row.show_settings(settings)

    def offer_models(self, models: Sequence[tuple[str, str]]) -> None:
        """The models that can be chosen, as (id, name)."""
        for row in self.rows:
            if isinstance(row.control, ModelControl):
                row.control.offer(models)
