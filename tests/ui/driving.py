"""Hands for the window tests: waiting, dragging, dropping."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.view import Viewport

NO_KEYS = Qt.KeyboardModifier.NoModifier


def wait_for_slice(qtbot: QtBot, window: MainWindow, index: int) -> None:
    """Wait until slice `index`, counted from 0, is on screen."""

    def there() -> bool:
        picture = window.reading.viewport.picture
        return picture is not None and picture.index == index

    qtbot.waitUntil(there, timeout=10_000)


def drag(
    widget: QWidget,
    button: Qt.MouseButton,
    start: tuple[int, int],
    end: tuple[int, int],
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Press, move in two steps, release."""
    (x0, y0), (x1, y1) = start, end
    QTest.mousePress(widget, button, keys, QPoint(x0, y0))
    for x, y in (((x0 + x1) // 2, (y0 + y1) // 2), (x1, y1)):
        # QTest.mouseMove sends no buttons; the widget remembers which one is down.
        move_held(widget, button, QPoint(x, y), keys)
    QTest.mouseRelease(widget, button, keys, QPoint(x1, y1))


def point_at(viewport: Viewport, column: int, row: int) -> None:
    """Move the mouse to the middle of an image pixel."""
    placement = viewport.placement()
    assert placement is not None
    x, y = placement.to_view(column + 0.5, row + 0.5)
    QTest.mouseMove(viewport, QPoint(int(x), int(y)))


def corner(window: MainWindow) -> tuple[str, ...]:
    """The lines at the bottom left of the image."""
    marks = window.reading.viewport.marks()
    assert marks is not None
    return marks.corners.bottom_left


def move_held(
    widget: QWidget, button: Qt.MouseButton, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    """Move the mouse with a button down."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        button,
        keys,
    )
    QApplication.sendEvent(widget, event)


def turn_wheel(
    widget: QWidget, angle: int, keys: Qt.KeyboardModifier = NO_KEYS, at: QPoint | None = None
) -> None:
    """Turn the wheel by `angle` eighths of a degree; 120 is a notch away from the user."""
    place = at or widget.rect().center()
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _address(path: Path) -> QUrl:
    """As file managers write it: the bytes of the path, whatever they are."""
    return QUrl.fromEncoded(b"file:" + b"//" + quote_from_bytes(os.fsencode(path)).encode())


def drop(window: MainWindow, paths: Sequence[Path]) -> bool:
    """Drag `paths` over the window and let go; False when the window does not want them."""
    data = QMimeData()
    data.setUrls([_address(path) for path in paths])
    place = window.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, copy, data, left, NO_KEYS)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, left, NO_KEYS))
    return True
