"""Hands for the tests of panes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tumorview.ui.main_window import MainWindow
from tumorview.ui.panes.pane import Pane


def titles(window: MainWindow) -> list[str]:
    """What lies in the panes, row by row."""
    series = [pane.viewer.series for pane in window.panes.all]
    return ["" if one is None else one.description for one in series]


def use(window: MainWindow, layout: str) -> None:
    """Choose a layout."""
    window.actions_table[f"layout_{layout}"].trigger()


def all_drawn(window: MainWindow) -> bool:
    """True when every pane with a series shows the slice that was asked for."""
    return all(
        pane.is_empty
        or (
            pane.viewport.picture is not None
            and pane.viewport.picture.series is pane.viewer.series
            and pane.viewport.picture.index == pane.viewer.index
        )
        for pane in window.panes.all
    )


def wait_drawn(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for `all_drawn`."""
    qtbot.waitUntil(lambda: all_drawn(window), timeout=10_000)


def pane_with(window: MainWindow, description: str) -> Pane:
    """The pane that shows a series of that description."""
    return window.panes.all[titles(window).index(description)]


def show(window: MainWindow, number: int) -> None:
    """Show the series of a number in the active pane."""
    rows = window.series_list.rows.all_series()
    row = next(row for row in rows if row.series.number == number)
    window.pane_tools.show(row.study, row.series)


def view_place(pane: Pane, column: float, row: float) -> QPoint:
    """The point of the viewport where the middle of an image pixel lies."""
    placement = pane.viewport.placement()
    assert placement is not None
    x, y = placement.to_view(column + 0.5, row + 0.5)
    return QPoint(round(x), round(y))
