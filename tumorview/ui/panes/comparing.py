"""Prior and current: two studies side by side, with the patient checked and the dates said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from tumorview.domain.same_patient import doubt_about
from tumorview.domain.study import Study
from tumorview.imaging.matching import best_match
from tumorview.imaging.reformat_series import origin_of
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.panes.layouts import Layout
from tumorview.ui.panes.strip import StripWords
from tumorview.ui.viewport.corner_text import date_text

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow
    from tumorview.ui.panes.tools import PaneTools

_SIDE_BY_SIDE = Layout(1, 2)

NO_OTHER = tr_noop(
    "There is no other study to compare with. Open the prior study as well: it comes into the list "
    "beside this one."
)
NO_MATCH = tr_noop(
    "No series of the other study is of the same modality, plane and sequence; its first one is "
    "shown. Another one can be dragged there from the list."
)
HOW_TO_LINK = tr_noop(
    "The two studies have no frame of reference in common. Scroll both to the same place, then "
    "link them: Layout, Link by hand."
)
OTHER_PATIENT = tr_noop("Other patient? {date}")


class Comparing(QObject):
    """Puts the study of the active pane and another one side by side, the earlier at the left.

    `ask` gets the reason for doubt and says whether two studies that may be of two patients are
    shown all the same; tests put another function in its place.
    """

    def __init__(self, window: MainWindow, tools: PaneTools) -> None:
        super().__init__(tools)
        self._window = window
        self._tools = tools
        self.ask: Callable[[str], bool] = lambda doubt: _ask(window, doubt)
        window.actions_table.connect_jobs({"compare_prior": self.compare}, {})
        window.desk.changed.connect(self._offer)
        window.viewer.series_changed.connect(self._offer)
        self._offer()

    def compare(self) -> None:
        """Show the nearest earlier study of the patient beside the one in the active pane.

        Without an earlier one the next later one, and without any of the same patient another one,
        which the user has to want.
        """
        viewer, panes = self._window.viewer, self._window.panes
        study, series = viewer.study, viewer.series
        if study is None or series is None:
            return
        others = [one for one in self._window.desk.studies if one.key != study.key]
        other = _partner(study, others)
        if other is None:
            self._window.notifier.show_warning(local(NO_OTHER))
            return
        doubt = doubt_about(study.patient, other.patient)
        if doubt and not self.ask(doubt):
            return
        panes.use(_SIDE_BY_SIDE)
        panes.put_lead(0 if _is_earlier(study, other) else 1)
        match = best_match(origin_of(series), other.series)
        shown = other.series[0] if match is None else match
        (side,) = panes.sides
        self._tools.show_in(side, other, shown)
        if match is None:
            self._window.notifier.show_warning(local(NO_MATCH))
        elif not self._tools.scrolling.note_of(side):
            self._window.notifier.show_info(local(HOW_TO_LINK))

    def _offer(self) -> None:
        several = len(self._window.desk.studies) > 1
        reading = self._window.viewer.series is not None
        self._window.actions_table["compare_prior"].setEnabled(several and reading)


def badge_of(study: Study | None, studies: Sequence[Study], lead: Study | None) -> StripWords:
    """What a pane with `study` says of which study it is, among all that are on screen.

    Nothing while there is only one. Among those of the patient, where all dates are known and
    different, the latest is the current one and the others are prior. That the patient may be
    another one than in the active pane comes first.
    """
    distinct = {one.key: one for one in studies}
    if study is None or len(distinct) < 2:
        return StripWords()
    date = date_text(study.date) or tr("date unknown")
    if lead is not None and lead.key != study.key and doubt_about(lead.patient, study.patient):
        return StripWords(badge=local(OTHER_PATIENT).format(date=date), warning=True)
    of_patient = [s for s in distinct.values() if not doubt_about(s.patient, study.patient)]
    dates = [one.date for one in of_patient]
    if len(dates) < 2 or not all(dates) or len(set(dates)) < len(dates):
        known = tr("Study of {date}", date=date)
        return StripWords(badge=known if study.date else tr("Study, date unknown"))
    if study.date == max(dates):
        return StripWords(badge=tr("Current {date}", date=date))
    return StripWords(badge=tr("Prior {date}", date=date))


def _partner(study: Study, others: Sequence[Study]) -> Study | None:
    """The study to compare with: of the same patient, the nearest earlier, else the next later."""
    same = [one for one in others if not doubt_about(study.patient, one.patient)]
    candidates = same or list(others)
    earlier = [one for one in candidates if _is_earlier(one, study)]
    if earlier:
        return max(earlier, key=lambda one: one.date)
    return min(candidates, key=lambda one: (not one.date, one.date), default=None)


def _is_earlier(one: Study, other: Study) -> bool:
    """By date; a study without one is taken for the earlier."""
    return one.date < other.date


def _ask(window: QWidget, doubt: str) -> bool:
    buttons = QMessageBox.StandardButton
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        tr("Perhaps not the same patient"),
        f"{local(doubt)} {tr('Compare these two studies all the same?')}",
        buttons.Yes | buttons.Cancel,
        window,
    )
    box.setDefaultButton(buttons.Cancel)
    return buttons(box.exec()) is buttons.Yes
