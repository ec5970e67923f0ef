"""One window a user, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series
from tumorview.services.settings import Settings, save_settings
from tumorview.ui.handover import HEAD, LONGEST_MESSAGE, message_of
from tumorview.ui.instance import SingleInstance, hand_over, meeting_place

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals and files in place of pipes"
)

# Windows of several processes are slow to start on a machine that is busy.
PATIENT = pytest.mark.timeout(400)

_WINDOW = """
import sys
from tumorview.cli import main
import tumorview.ui.app as app
class Told(app.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.reading.shown.connect(
            lambda picture: print("shown", picture.frame.source.path.parent.name, flush=True))
app.MainWindow = Told
sys.exit(main(["gui", *sys.argv[1:]]))
"""

_LISTENER = """
import signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tumorview.ui.instance import SingleInstance
app = QApplication(["t"])
instance = SingleInstance()
mine = instance.start([Path(name) for name in sys.argv[1:]])
print("ready" if mine else "handed over", flush=True)
instance.asked.connect(lambda paths: print("asked", *(p.name for p in paths), flush=True))
signal.signal(signal.SIGINT, lambda *_: app.quit())
pulse = QTimer(interval=50)
pulse.timeout.connect(lambda: None)
pulse.start()
code = app.exec() if mine else 0
instance.close()
sys.exit(code)
"""


class Process:
    """One of the scripts above in a process of its own, heard line by line."""

    def __init__(self, checkout: Path, script: str, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=checkout,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TUMORVIEW_PRINT_READY": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def next_line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@pytest.fixture
def start(checkout: Path) -> Iterator[Callable[..., Process]]:
    """Start scripts; what is left of them at the end is killed."""
    started: list[Process] = []

    def one(script: str, *arguments: str) -> Process:
        started.append(Process(checkout, script, *arguments))
        return started[-1]

    yield one
    for one_process in started:
        if one_process.process.poll() is None:
            one_process.process.kill()
            one_process.process.wait(60)
        if one_process.process.stdout is not None:
            one_process.process.stdout.close()


def tumorview(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What `tumorview ARGUMENTS` does, and a double click, until it ends."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "tumorview", *arguments],
        cwd=checkout,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


@PATIENT
@pytest.mark.gui
def test_a_second_start_opens_its_files_in_the_window_that_is_there_and_ends(
    checkout: Path, tmp_path: Path, start: Callable[..., Process]
) -> None:
    write_ct_series(tmp_path / "one", 2)
    window = start(_WINDOW)
    assert window.next_line().startswith("ready in")
    ended = tumorview(checkout, str(tmp_path / "one"))
    assert (ended.returncode, ended.stdout) == (0, "")
    assert window.next_line() == "shown one"
    assert window.process.poll() is None


@PATIENT
@pytest.mark.gui
@pytest.mark.parametrize("way", ["option", "setting"])
def test_a_window_of_its_own_opens_when_it_is_asked_for(
    tmp_path: Path, start: Callable[..., Process], way: str
) -> None:
    write_ct_series(tmp_path / "one", 2)
    first = start(_LISTENER)
    assert first.next_line() == "ready"
    if way == "setting":
        save_settings(Settings(single_instance=False))
    option = ["--new-window"] if way == "option" else []
    other = start(_WINDOW, *option, str(tmp_path / "one"))
    assert other.next_line().startswith("ready in")
    assert other.next_line() == "shown one"
    assert first.end() == 0
    assert first.next_line() == ""  # it was asked for nothing


@PATIENT
def test_a_start_without_files_only_calls_the_window(
    checkout: Path, start: Callable[..., Process]
) -> None:
    first = start(_LISTENER)
    assert first.next_line() == "ready"
    assert tumorview(checkout).returncode == 0
    assert first.next_line() == "asked"
    place = meeting_place()
    assert place is not None
    assert Path(place).exists()
    assert first.end() == 0
    assert not Path(place).exists()


@PATIENT
def test_what_a_crash_has_left_does_not_stand_in_the_way(start: Callable[..., Process]) -> None:
    first = start(_LISTENER)
    assert first.next_line() == "ready"
    first.process.kill()
    first.process.wait(60)
    place = meeting_place()
    assert place is not None
    assert Path(place).exists()
    following = start(_LISTENER)
    assert following.next_line() == "ready"
    assert hand_over(place, [Path("/study/one")])
    assert following.next_line() == "asked one"
    assert following.end() == 0


@PATIENT
def test_of_several_that_start_at_once_one_gets_the_files_of_all(
    start: Callable[..., Process],
) -> None:
    together = [start(_LISTENER, f"/study/{number}") for number in range(3)]
    said = [process.next_line() for process in together]
    assert sorted(said) == ["handed over", "handed over", "ready"]
    winner = together.pop(said.index("ready"))
    assert all(winner.next_line().startswith("asked ") for _ in together)
    assert winner.end() == 0


@pytest.fixture
def listening(qapp: object) -> Iterator[SingleInstance]:
    instance = SingleInstance()
    assert instance.start([])
    assert instance.is_listening
    yield instance
    instance.close()


def connected() -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(meeting_place() or "")
    assert socket.waitForConnected(5_000)
    return socket


def test_only_the_user_can_reach_the_socket(listening: SingleInstance) -> None:
    place = Path(meeting_place() or "")
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o022 == 0


@pytest.mark.allow_log("What came through the local socket is refused")
@pytest.mark.parametrize(
    "message",
    [b"open everything\0\0" + HEAD, HEAD + b"relative.dcm\0\0", b"x" * (LONGEST_MESSAGE + 1)],
    ids=["other", "relative", "endless"],
)
def test_what_is_no_message_opens_nothing_and_the_next_one_is_heard(
    qtbot: QtBot, listening: SingleInstance, message: bytes
) -> None:
    asked: list[tuple[Path, ...]] = []
    listening.asked.connect(asked.append)
    stranger = connected()
    if not message.startswith(HEAD) and len(message) < LONGEST_MESSAGE:
        message += b"\0\0"
    stranger.write(message)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert stranger.readAll().data() == b""
    assert asked == []
    friend = connected()
    friend.write(message_of([Path("/study")]))
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(Path("/study"),)]


def test_a_message_that_comes_in_pieces_is_put_together(
    qtbot: QtBot, listening: SingleInstance
) -> None:
    asked: list[tuple[Path, ...]] = []
    listening.asked.connect(asked.append)
    friend = connected()
    message = message_of([Path("/a"), Path("/b c")])
    for place in range(len(message)):
        friend.write(message[place : place + 1])
        friend.flush()
        qtbot.wait(2)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(Path("/a"), Path("/b c"))]


def test_who_connects_and_says_nothing_is_cut_off(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumorview.ui.instance.SENDING_MS", 50)
    instance = SingleInstance()
    assert instance.start([])
    silent = connected()
    qtbot.waitUntil(lambda: silent.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    instance.close()


def test_a_window_that_does_not_answer_is_left_alone(
    qapp: object, listening: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tumorview.ui.instance.ANSWER_MS", 100)
    # Nobody runs the event loop of `listening` meanwhile.
    began = time.monotonic()
    assert not hand_over(meeting_place() or "", [Path("/study")])
    assert time.monotonic() - began < 5


def test_a_folder_that_others_can_write_to_is_no_place_to_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(shared))
    place = meeting_place()
    assert place is not None
    assert not place.startswith(str(shared))
    monkeypatch.setenv("XDG_STATE_HOME", str(shared))
    (shared / "TumorView").mkdir()
    (shared / "TumorView").chmod(0o777)
    assert meeting_place() is None
    instance = SingleInstance()
    assert instance.start([Path("/study")])
    assert not instance.is_listening
