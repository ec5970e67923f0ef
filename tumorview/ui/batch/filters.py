"""What of the results is shown: by state, class, caution and text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.services.result_query import ResultCounts, ResultQuery
from tumorview.services.result_rows import RowState
from tumorview.ui.batch.table_columns import STATE_TITLES, caution_title
from tumorview.ui.language import local, localized, tr
from tumorview.ui.theme import GRID

_TYPING_MILLISECONDS = 250


class ResultFilters(QWidget):
    """Buttons for the states, lists for classes and cautions, a field for text.

    Signals
    -------
    changed()
        Something else is to be shown; see `applied_to`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._state: RowState | None = None
        self._group = QButtonGroup(self)
        self.buttons: dict[RowState | None, QPushButton] = {}
        states = QHBoxLayout()
        states.setSpacing(GRID // 2)
        for state in (None, *RowState):
            button = QPushButton()
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, chosen=state: self._choose(chosen))
            self._group.addButton(button)
            self.buttons[state] = button
            states.addWidget(button)
        self.buttons[None].setChecked(True)
        states.addStretch(1)
        self.busy = QLabel(tr("Reading…"))
        self.busy.setProperty("role", "faint")
        self.busy.hide()
        states.addWidget(self.busy)

        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Search in file and reason"))
        self.text.setAccessibleName(tr("Search in the results"))
        self.text.setClearButtonEnabled(True)
        self.predicted = self._list(
            tr("Predicted class"), tr("Show only rows of one predicted class")
        )
        self.caution = self._list(tr("Caution"), tr("Show only rows with one caution"))
        choices = QHBoxLayout()
        choices.setSpacing(GRID)
        choices.addWidget(self.text, 1)
        choices.addWidget(self.predicted)
        choices.addWidget(self.caution)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(states)
        layout.addLayout(choices)

        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MILLISECONDS)
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.predicted.currentIndexChanged.connect(self.changed)
        self.caution.currentIndexChanged.connect(self.changed)
        self.show_counts(ResultCounts())

    def applied_to(self, query: ResultQuery) -> ResultQuery:
        """`query` with what is chosen here."""
        return replace(
            query,
            state=self._state,
            predicted=self.predicted.currentData(),
            caution=self.caution.currentData(),
            text=self.text.text().strip(),
        )

    def show_counts(self, counts: ResultCounts) -> None:
        """How many there are of each; what is chosen stays chosen."""
        self.buttons[None].setText(tr("All {count}", count=localized(counts.total)))
        for state in RowState:
            self.buttons[state].setText(
                f"{local(STATE_TITLES[state])} {localized(counts.states[state])}"
            )
        _fill(
            self.predicted,
            tr("All classes"),
            [(local(name), name, n) for name, n in counts.predicted],
        )
        _fill(
            self.caution,
            tr("All cautions"),
            [(caution_title(one), one, n) for one, n in counts.cautions],
        )

    def clear(self) -> None:
        """Let everything through; says nothing of it."""
        for one in (self.text, self.predicted, self.caution):
            blocker = QSignalBlocker(one)
            if isinstance(one, QLineEdit):
                one.clear()
            else:
                one.setCurrentIndex(0)
            blocker.unblock()
        self._typing.stop()
        self._state = None
        self.buttons[None].setChecked(True)
        self.show_counts(ResultCounts())

    def _list(self, name: str, tip: str) -> QComboBox:
        chosen = QComboBox()
        chosen.setAccessibleName(name)
        chosen.setToolTip(tip)
        chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chosen.setMinimumContentsLength(11)
        return chosen

    def _choose(self, state: RowState | None) -> None:
        self._state = state
        self.changed.emit()


def _fill(chosen: QComboBox, everything: str, choices: list[tuple[str, str, int]]) -> None:
    """Offer `choices` (text, value, count) beside all; the one that is chosen stays."""
    texts: list[tuple[str, str | None]] = [(everything, None)]
    texts += [(f"{text} ({localized(count)})", value) for text, value, count in choices]
    here = [(chosen.itemText(i), chosen.itemData(i)) for i in range(chosen.count())]
    if here == texts or chosen.view().isVisible():
        return
    kept = chosen.currentData()
    with QSignalBlocker(chosen):
        if [value for _, value in here] == [value for _, value in texts]:
            for place, (text, _) in enumerate(texts):
                chosen.setItemText(place, text)
            return
        chosen.clear()
        for text, value in texts:
            chosen.addItem(text, value)
        if kept is not None and chosen.findData(kept) < 0:
            chosen.addItem(kept, kept)  # chosen, and none of it is left
        chosen.setCurrentIndex(max(0, chosen.findData(kept, Qt.ItemDataRole.UserRole)))
