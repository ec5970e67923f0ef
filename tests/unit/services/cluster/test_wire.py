from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tumorview.errors import TumorViewError
from tumorview.imaging.errors import DecodeError, InvalidTagError
from tumorview.services.cluster.wire import (
    Answer,
    Failure,
    FileAnswer,
    InvalidMessageError,
    Job,
    Sealed,
    error_of,
    failure_of,
    opened,
    plain,
    sealed,
)


def test_a_message_arrives_as_it_was_sent_and_its_parcel_shows_nothing_of_it() -> None:
    job = Job(7, "Mustermann/Ü.dcm".encode("latin-1"), "ab" * 32)
    parcel = pickle.loads(pickle.dumps(sealed(job)))
    assert opened(parcel, Job) == job
    assert "Mustermann" not in repr(parcel)


@pytest.mark.parametrize(
    "content",
    [
        b"no message",
        Sealed(b""),
        Sealed(b"\xff\xff"),
        sealed(Answer()),
        sealed(Job(-1, b"x")),
        sealed(Job(1 << 64 - 1, b"x")),
        sealed(Job(1, b"x", "no hash")),
        Sealed(pickle.dumps(Job(1, b"x"))),
    ],
    ids=["bytes", "empty", "noise", "another", "negative", "huge", "hash", "pickle"],
)
def test_what_was_not_agreed_is_refused_without_quoting_it(content: object) -> None:
    with pytest.raises(InvalidMessageError) as caught:
        opened(content, Job)
    assert "no hash" not in str(caught.value)


@pytest.mark.parametrize(
    "error",
    [
        DecodeError("the decoder gave up", received=12, remedy="Copy it again."),
        DecodeError("the decoder gave up"),
        InvalidTagError("is missing", keyword="Rows", tag=0x00280010, path=Path("a.dcm")),
        TumorViewError("of no kind"),
    ],
)
def test_an_error_reads_the_same_where_it_arrives(error: TumorViewError) -> None:
    arrived = error_of(failure_of(error))
    assert type(arrived) is type(error)
    assert arrived.sentence(with_path=False) == error.sentence(with_path=False)


def test_an_error_of_a_code_that_is_not_known_is_refused() -> None:
    with pytest.raises(InvalidMessageError, match="unknown code"):
        error_of(Failure("made_up", "x", ""))


def test_an_answer_of_many_rows_keeps_their_order() -> None:
    files = tuple(
        FileAnswer(n, "", same=False, seen=True, frames=0, failed=0, passing=False)
        for n in (3, 1, 2)
    )
    assert [file.number for file in opened(sealed(Answer(files)), Answer).files] == [3, 1, 2]


def test_text_of_another_machine_is_one_printable_line() -> None:
    assert plain("a\nb\x1b[31m\tc\u202e") == "a b [31m c"
