from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.ui.models import answer
from tumorview.domain.review import LONGEST_COMMENT, FrameKey, Review, Verdict
from tumorview.domain.source import SourceRef
from tumorview.reporting.csv_report import restore
from tumorview.reporting.errors import OutputError
from tumorview.reporting.review_csv import REVIEW_HEADER, write_review_csv
from tumorview.services.errors import ReviewJournalError
from tumorview.services.review_journal import (
    append_review,
    frame_key,
    journal_path,
    journal_state,
    login_name,
    read_reviews,
    review_of,
)

FRAME = FrameKey("1.2.3", None, 1)


def review(comment: str = "seen", verdict: Verdict = Verdict.ACCEPTED) -> Review:
    return review_of(answer(), FRAME, verdict, comment, "")


def test_a_review_is_read_back_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "new" / "reviews.jsonl"
    first = review('näher ansehen\n"quoted", 2. line', Verdict.REJECTED)
    second = replace(review(), frame=FrameKey(None, "ab" * 32, 3), user="jdoe")
    append_review(first, path)
    append_review(second, path)
    log = read_reviews(path)
    assert log.reviews == (first, second)
    assert log.damaged == 0
    assert log.of(FRAME) == (first,)
    assert len(path.read_bytes().splitlines()) == 2


def test_the_latest_review_of_an_image_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "r"
    for number in range(3):
        append_review(review(str(number)), path)
    assert [one.comment for one in read_reviews(path).of(FRAME)] == ["2", "1", "0"]


def test_a_line_holds_time_model_image_and_verdict_and_nobody(tmp_path: Path) -> None:
    path = tmp_path / "r"
    before = datetime.now(UTC) - timedelta(seconds=1)
    append_review(review("look"), path)
    line = json.loads(path.read_text("utf-8"))
    when = datetime.fromisoformat(line["time"])
    assert when.utcoffset() == timedelta(0)
    assert before <= when <= datetime.now(UTC)
    assert line["user"] == ""
    assert line["model_id"] == "brain-4class"
    assert line["model_sha256"] == "0123456789abcdef" * 4
    assert line["sop_instance_uid"] == "1.2.3"
    assert line["verdict"] == "accepted"
    assert line["comment"] == "look"
    assert line["predicted"] == "glioma"
    assert line["tumor_probability"] == pytest.approx(0.95)
    # Nothing of the file's name or place.
    assert "slice" not in path.read_text("utf-8")


def test_a_refusal_can_be_judged_and_has_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "r"
    append_review(review_of(answer(refused=True), FRAME, Verdict.REJECTED, "", ""), path)
    (kept,) = read_reviews(path).reviews
    assert (kept.refused, kept.predicted, kept.tumor_probability) == (True, "", None)


def test_an_image_without_a_uid_is_named_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    picture = tmp_path / "Doe Jane.png"
    picture.write_bytes(b"pixels")
    key = frame_key(SourceRef(picture, frame_number=2))
    assert key == FrameKey(None, hashlib.sha256(b"pixels").hexdigest(), 2)
    moved = picture.rename(tmp_path / "other.png")
    assert frame_key(SourceRef(moved, frame_number=2)) == key
    with pytest.raises(ReviewJournalError, match="cannot be read"):
        frame_key(SourceRef(picture))


def test_an_image_with_a_uid_is_not_read(tmp_path: Path) -> None:
    key = frame_key(SourceRef(tmp_path / "gone.dcm", sop_instance_uid="1.2", frame_number=4))
    assert key == FrameKey("1.2", None, 4)


@pytest.mark.parametrize(
    "damage",
    [
        b"not json",
        b'{"schema_version":1',
        b'{"schema_version":9}',
        b"[]",
        b"\xff\xfe\x00",
        b"x" * 200_000,
        b"[" * 5000,
    ],
)
def test_a_damaged_line_is_kept_counted_and_skipped(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "r"
    append_review(review("before"), path)
    with path.open("ab") as stream:
        stream.write(damage + b"\n")
    append_review(review("after"), path)
    log = read_reviews(path)
    assert [one.comment for one in log.reviews] == ["before", "after"]
    assert log.damaged == 1
    assert damage in path.read_bytes()


@pytest.mark.parametrize("change", ["time", "offset", "frame", "verdict"])
def test_a_line_that_says_something_impossible_is_damaged(tmp_path: Path, change: str) -> None:
    path = tmp_path / "r"
    append_review(review(), path)
    line = json.loads(path.read_text("utf-8"))
    line |= {
        "time": {"time": "yesterday"},
        "offset": {"time": "2026-01-01T00:00:00"},
        "frame": {"frame_number": 0},
        "verdict": {"verdict": "maybe"},
    }[change]
    path.write_text(json.dumps(line) + "\n", "utf-8")
    assert read_reviews(path).reviews == ()
    assert read_reviews(path).damaged == 1


def test_a_line_that_a_crash_tore_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    path = tmp_path / "r"
    append_review(review("whole"), path)
    torn = path.read_bytes()[:-30]
    path.write_bytes(path.read_bytes() + torn)
    append_review(review("next"), path)
    log = read_reviews(path)
    assert [one.comment for one in log.reviews] == ["whole", "next"]
    assert log.damaged == 1
    assert torn in path.read_bytes()


_WRITER = """
import sys
from pathlib import Path
from tests.unit.services.test_review_journal import review
from tumorview.services.review_journal import append_review
for number in range(int(sys.argv[2])):
    append_review(review(f"{sys.argv[3]} {number} " + "x" * 1500), Path(sys.argv[1]))
    if number == 0:
        print("going", flush=True)
"""


def writer(path: Path, count: int, name: str) -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[3]
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(count), name],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
    )


def test_two_processes_at_the_same_time_tear_no_line(tmp_path: Path) -> None:
    path = tmp_path / "r"
    writers = [writer(path, 60, name) for name in ("one", "two")]
    for one in writers:
        one.communicate(timeout=100)
        assert one.returncode == 0
    log = read_reviews(path)
    assert log.damaged == 0
    for name in ("one", "two"):
        numbers = [r.comment.split()[1] for r in log.reviews if r.comment.startswith(name)]
        assert numbers == [str(number) for number in range(60)]


@pytest.mark.skipif(os.name != "posix", reason="kills a process as POSIX systems do")
def test_a_process_that_is_killed_loses_nothing_that_was_kept_and_leaves_no_lock(
    tmp_path: Path,
) -> None:
    path = tmp_path / "r"
    process = writer(path, 100_000, "killed")
    assert process.stdout is not None
    assert process.stdout.readline() == b"going\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    kept = len(read_reviews(path).reviews)
    assert kept >= 1
    append_review(review("alive"), path)
    log = read_reviews(path)
    assert log.reviews[-1].comment == "alive"
    assert len(log.reviews) == kept + 1
    assert log.damaged <= 1


def test_no_journal_is_an_empty_one(tmp_path: Path) -> None:
    assert read_reviews(tmp_path / "none").reviews == ()
    assert read_reviews().reviews == ()
    append_review(review())
    assert journal_path().exists()
    assert len(read_reviews().reviews) == 1


def test_a_new_line_of_whoever_changes_the_state_of_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "r"
    states = [journal_state(path)]
    for _ in range(2):
        append_review(review(), path)
        states.append(journal_state(path))
    assert len(set(states)) == 3
    assert journal_state(path) == states[-1]


def test_a_place_that_cannot_be_written_or_read_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(ReviewJournalError, match="was not kept") as refused:
        append_review(review(), blocked / "r")
    assert refused.value.code == "review_journal"
    assert refused.value.way_out
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(ReviewJournalError, match="cannot be read"):
        read_reviews(folder)


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX files")
def test_only_its_user_may_read_the_journal(tmp_path: Path) -> None:
    append_review(review(), tmp_path / "r")
    assert (tmp_path / "r").stat().st_mode & 0o077 == 0


def test_comments_too_long_or_empty_are_refused() -> None:
    with pytest.raises(ReviewJournalError, match="at most 2000 characters"):
        review("x" * (LONGEST_COMMENT + 1))
    with pytest.raises(ReviewJournalError, match="needs words"):
        review("  \n", Verdict.COMMENTED)
    assert review("x" * LONGEST_COMMENT).comment
    assert review("  \n").comment == ""


def test_a_lone_surrogate_in_a_comment_is_kept_as_a_question_mark(tmp_path: Path) -> None:
    append_review(review("a\ud800b"), tmp_path / "r")
    assert read_reviews(tmp_path / "r").reviews[0].comment == "a?b"


def test_the_login_name_is_a_word_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "jdoe")
    assert login_name() == "jdoe"


def test_the_csv_has_a_row_a_review_and_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "reviews.csv"
    rows = (review("=HYPERLINK(1)"), review('two\nlines, "quoted"', Verdict.REJECTED))
    write_review_csv(target, rows)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        read = list(csv.DictReader(stream))
    assert tuple(read[0]) == REVIEW_HEADER
    assert [row["verdict"] for row in read] == ["accepted", "rejected"]
    assert read[0]["comment"] == "'=HYPERLINK(1)"
    assert restore(read[0]["comment"]) == "=HYPERLINK(1)"
    assert read[1]["comment"] == 'two\nlines, "quoted"'
    assert read[0]["time_utc"] == rows[0].time
    assert read[0]["tumor_probability"] == "0.95"
    assert read[0]["refused"] == "no"
    with pytest.raises(OutputError):
        write_review_csv(tmp_path / "nowhere" / "r.csv", rows)
