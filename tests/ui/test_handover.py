"""What may come through the socket, and what may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumorview.ui.handover import (
    HEAD,
    LONGEST_MESSAGE,
    LONGEST_PATH,
    MOST_PATHS,
    HandoverError,
    is_complete,
    message_of,
    paths_of,
)

ROOT = Path(Path.cwd().anchor)
NAMES = st.text(st.characters(exclude_characters="\0/\\:", exclude_categories=["Cs"]), min_size=1)


@given(st.lists(NAMES.filter(lambda name: name not in {".", ".."}), max_size=5))
def test_paths_arrive_as_they_were_sent(names: list[str]) -> None:
    paths = tuple(ROOT / name for name in names)
    message = message_of(paths)
    assert is_complete(message)
    assert paths_of(message) == paths


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_utf_8_arrives_as_its_bytes() -> None:
    path = ROOT / os.fsdecode(b"M\xfcller.dcm")
    assert paths_of(message_of([path])) == (path,)


def test_a_relative_path_is_taken_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths_of(message_of([Path("a.dcm")])) == (tmp_path / "a.dcm",)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (b"", "not a list"),
        (b"GET / HTTP/1.1\r\n\r\n", "not a list"),
        (HEAD, "not a list"),
        (HEAD + os.fsencode(ROOT / "a") + b"\0", "not a list"),
        (HEAD.replace(b"1", b"2") + b"\0", "not a list"),
        (HEAD + b"a.dcm\0\0", "not absolute"),
        (HEAD + b"--new-window\0\0", "not absolute"),
        (HEAD + b"\0\0\0", "not absolute"),
        (HEAD + b"http://host/a.dcm\0\0", "not absolute"),
        (HEAD + (os.fsencode(ROOT / "a") + b"\0") * (MOST_PATHS + 1) + b"\0", "more than"),
        (HEAD + os.fsencode(ROOT) + b"a" * LONGEST_PATH + b"\0\0", "a path of more"),
        (HEAD + b"a" * LONGEST_MESSAGE + b"\0\0", "longer than"),
    ],
)
def test_what_no_start_would_have_sent_is_refused(message: bytes, words: str) -> None:
    with pytest.raises(HandoverError, match=words):
        paths_of(message)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_paths_or_refused(raw: bytes) -> None:
    for message in (raw, HEAD + raw, HEAD + raw + b"\0\0"):
        try:
            paths = paths_of(message)
        except HandoverError:
            continue
        assert all(path.is_absolute() for path in paths)


def test_more_paths_than_a_message_holds_are_not_sent() -> None:
    with pytest.raises(HandoverError, match="more than"):
        message_of([ROOT / "a"] * (MOST_PATHS + 1))
