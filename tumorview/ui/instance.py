"""One window a user: a second start hands its files to the first and ends.

The meeting place is a local socket in a folder that only its user can write to, so that nobody else
can stand in for TumorView or listen. A socket that a crash has left is replaced; a window that does
not answer is left alone, and the files open in a window of their own.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from tumorview.paths import config_dir, state_dir
from tumorview.ui.handover import (
    LONGEST_MESSAGE,
    TAKEN,
    HandoverError,
    is_complete,
    message_of,
    paths_of,
)

_log = logging.getLogger(__name__)

CONNECT_MS = 1_000
ANSWER_MS = 10_000
"""How long a window may take to answer; one that has just been started is not there at once."""

SENDING_MS = 5_000
"""How long somebody who has connected may take to send a message."""

_LOCK_MS = 3_000
_MOST_CONNECTIONS = 8
_LONGEST_SOCKET_PATH = 100
"""sun_path of sockaddr_un holds 104 bytes on macOS and 108 on Linux."""


class SingleInstance(QObject):
    """Finds out whether a window is there, and becomes the one that others find.

    Signals
    -------
    asked(object)
        Another start handed over these paths, a tuple that is empty when it had none.
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_CONNECTIONS)
        self._server.newConnection.connect(self._on_connection)

    def start(self, paths: Sequence[Path]) -> bool:
        """Hand `paths` to a window that is there, or listen; False when they were handed over.

        Where there is no safe place to meet, nothing is handed over and nobody is listened to.
        """
        place = meeting_place()
        if place is None:
            return True
        # Between looking for a window and being one, a second start must not do the same.
        lock = QLockFile(_lock_path())
        locked = lock.tryLock(_LOCK_MS)
        try:
            if hand_over(place, paths):
                return False
            if locked:
                self._listen(place)
            return True
        finally:
            if locked:
                lock.unlock()

    @property
    def is_listening(self) -> bool:
        """True when others find this one."""
        return self._server.isListening()

    def close(self) -> None:
        """Be found no longer."""
        self._server.close()

    def _listen(self, place: str) -> None:
        # Nobody answered there: what lies in the way is what a crash has left.
        QLocalServer.removeServer(place)
        if not self._server.listen(place):
            _log.warning("Other starts cannot find this window (%s)", self._server.serverError())

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Reception(socket, self)


class _Reception(QObject):
    """Takes the message of one connection; lives as long as that."""

    def __init__(self, socket: QLocalSocket, owner: SingleInstance) -> None:
        super().__init__(socket)
        self._socket = socket
        self._owner = owner
        self._received = b""
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(socket.deleteLater)
        deadline = QTimer(self, singleShot=True, interval=SENDING_MS)
        deadline.timeout.connect(self._cut_off)
        deadline.start()
        self._on_ready()

    def _cut_off(self) -> None:
        self._socket.abort()

    def _on_ready(self) -> None:
        wanted = LONGEST_MESSAGE + 1 - len(self._received)
        self._received += self._socket.read(wanted).data()
        if not is_complete(self._received) and len(self._received) <= LONGEST_MESSAGE:
            return
        self._socket.readyRead.disconnect(self._on_ready)
        try:
            paths = paths_of(self._received)
        except HandoverError as error:
            _log.warning("What came through the local socket is refused: %s", error)
            self._socket.abort()
            return
        self._socket.write(TAKEN)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self._owner.asked.emit(paths)


def hand_over(place: str, paths: Sequence[Path]) -> bool:
    """Send `paths` to the window that listens at `place`; False when none has taken them."""
    try:
        message = message_of(paths)
    except HandoverError as error:
        _log.warning("The paths cannot be handed over: %s", error)
        return False
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(message)
    taken = b""
    while len(taken) < len(TAKEN) and socket.waitForReadyRead(ANSWER_MS):
        taken += socket.readAll().data()
    socket.abort()
    return taken == TAKEN


def bring_forward(window: QWidget) -> None:
    """Show a window that may be minimised or behind others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    # Where the system does not let a program come forward by itself, it can at least ask.
    QApplication.alert(window)


def meeting_place() -> str | None:
    """The name of this user's socket, or None where there is no folder that is theirs alone."""
    # A user may have several sets of settings, each with a window of its own.
    mark = hashlib.sha256(os.fsencode(config_dir())).hexdigest()[:16]
    if sys.platform == "win32":
        return f"tumorview-{mark}"
    folder = _private_folder()
    if folder is None:
        _log.info("There is no private folder for a socket: each start has a window of its own")
        return None
    place = str(folder / f"tumorview-{mark}")
    return place if len(os.fsencode(place)) <= _LONGEST_SOCKET_PATH else None


def _private_folder() -> Path | None:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    for folder in (Path(runtime) if runtime else None, state_dir()):
        if folder is None or not folder.is_absolute():
            continue
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = folder.stat()
        except OSError:
            continue
        if _is_private(found):
            return folder
    return None


def _is_private(found: os.stat_result) -> bool:
    """True for a folder of this user's into which nobody else can write."""
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _lock_path() -> str:
    folder = state_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder / "start.lock")
