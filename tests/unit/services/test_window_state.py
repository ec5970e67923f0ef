from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tumorview.services.window_state import WindowState, load_state, save_state, state_path


def test_a_first_start_has_no_state_and_says_nothing() -> None:
    assert load_state() == WindowState()
    assert not state_path().exists()


def test_what_was_kept_is_there_again() -> None:
    state = WindowState(
        place=(-1200, 40, 1000, 700),
        maximized=True,
        screen="DP-1",
        series_width=300,
        result_width=400,
        series_panel=False,
        result_panel=True,
        folder="studies",
        tour_seen=True,
    )
    assert save_state(state)
    assert load_state() == state
    assert [p.name for p in state_path().parent.iterdir()] == [state_path().name]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"place": [1, 2, 3]}',
        b'{"place": [0, 0, 0, 10]}',
        b'{"place": [0, 0, 99999999999999999999999, 10]}',
        b'{"folder": 7}',
        b'{"series_width": -4}',
        b'{"folder": "' + b"x" * 100_000 + b'"}',
    ],
    ids=range(10),
)
def test_a_damaged_file_is_dropped_with_a_line_in_the_log(
    tmp_path: Path,
    content: bytes,
    allow_log: Callable[[str], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    allow_log("The state of the window is dropped")
    path = tmp_path / "window.json"
    path.write_bytes(content)
    assert load_state(path) == WindowState()
    assert len(caplog.records) == 1
    assert "xxxx" not in caplog.text


def test_a_folder_in_its_place_and_a_place_that_cannot_be_written_stop_nothing(
    tmp_path: Path, allow_log: Callable[[str], None]
) -> None:
    allow_log("The state of the window is")
    assert load_state(tmp_path) == WindowState()
    blocker = tmp_path / "file"
    blocker.write_text("")
    assert not save_state(WindowState(), blocker / "window.json")


def test_what_a_later_version_wrote_beside_it_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(b'{"tour_seen": true, "dock": "left"}')
    assert load_state(path) == WindowState(tour_seen=True)
