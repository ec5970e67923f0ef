"""Telling somebody who looks elsewhere that the scans have ended.

No folder, file or patient is named: a notice of the desktop is seen by whoever stands by, and many
desktops keep it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from tumorview.services.scan_queue import QueuedScan, ScanState
from tumorview.ui.batch.wording import outcome_text
from tumorview.ui.icons import icon
from tumorview.ui.language import plural

_MILLISECONDS = 10_000


class ScanNotices(QObject):
    """Gathers what has ended and says it once the queue is empty.

    Parameters
    ----------
    window
        The window that is brought to attention.

    Signals
    -------
    noticed(str)
        The sentence, for the window's own notices.
    """

    noticed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ended: list[QueuedScan] = []
        self._tray: QSystemTrayIcon | None = None

    def add(self, scan: QueuedScan) -> None:
        """One more has ended."""
        self._ended.append(scan)

    def tell(self) -> None:
        """Say what has ended since; nothing when the user stopped it or looks on."""
        ended = [scan for scan in self._ended if scan.state is not ScanState.STOPPED]
        self._ended.clear()
        if not ended or QApplication.activeWindow() is self._window:
            return
        text = ended_text(ended)
        QApplication.alert(self._shown())
        self.noticed.emit(text)
        if QApplication.activeWindow() is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._show_in_tray(text)

    def hide(self) -> None:
        """Take the icon away that notices of the desktop hang on."""
        if self._tray is not None:
            self._tray.hide()

    def _shown(self) -> QWidget:
        """The window itself, or the one behind it while it is closed."""
        owner = self._window.parentWidget()
        return self._window if self._window.isVisible() or owner is None else owner

    def _show_in_tray(self, text: str) -> None:
        if not QSystemTrayIcon.supportsMessages():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("tumorview", "accent"), self)
            self._tray.messageClicked.connect(self._come_forward)
            self._tray.activated.connect(self._come_forward)
        self._tray.show()
        self._tray.showMessage(
            "TumorView", text, QSystemTrayIcon.MessageIcon.Information, _MILLISECONDS
        )

    def _come_forward(self) -> None:
        self.hide()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def ended_text(ended: list[QueuedScan]) -> str:
    """What came out of these scans together, without a name."""
    analysed = sum(scan.analysed for scan in ended)
    failed = sum(scan.failed for scan in ended)
    broken = sum(scan.state is ScanState.FAILED for scan in ended)
    text = plural("The scan has ended:", "{n} scans have ended:", len(ended))
    text += " " + outcome_text(analysed, failed) + "."
    if broken:
        text += " " + plural(
            "{n} scan could not go on; the reason stands in the queue.",
            "{n} scans could not go on; the reasons stand in the queue.",
            broken,
        )
    return text
