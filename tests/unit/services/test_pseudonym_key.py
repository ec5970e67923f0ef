from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.dicom_factory import write_dicom
from tests.model_factory import make_model
from tests.unit.services.scan_helpers import finished, make_series, pixels, read_rows, scan
from tumorview.domain.events import ItemDone, ScanStarted
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.services.pseudonym_key import PseudonymKeyError, make_key, read_key


def test_a_new_key_is_random_private_and_read_back(tmp_path: Path) -> None:
    one, two = make_key(tmp_path / "one"), make_key(tmp_path / "two")
    assert one != two
    assert read_key(tmp_path / "one") == one
    assert len(bytes.fromhex(one.decode())) == 32
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600


def test_a_key_is_never_replaced(tmp_path: Path) -> None:
    key = make_key(tmp_path / "key")
    with pytest.raises(PseudonymKeyError, match=r"never replaced.*--make-key"):
        make_key(tmp_path / "key")
    assert read_key(tmp_path / "key") == key


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "too short: 0 bytes where at least 32"),
        (b"secret\n", "too short: 6 bytes"),
        (b" " * 100 + b"x" * 31 + b"\n", "too short: 31 bytes"),
        (b"a" * 64, "can be guessed"),
        (os.urandom(5000), "no key file"),
    ],
)
def test_what_is_no_secret_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(PseudonymKeyError, match=f"^key: .*{sentence}") as caught:
        read_key(path)
    assert caught.value.way_out
    assert "secret" not in str(caught.value)


def test_a_key_file_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PseudonymKeyError, match="not there"):
        read_key(tmp_path / "missing")
    with pytest.raises(PseudonymKeyError, match="is no file"):
        read_key(tmp_path)
    with pytest.raises(PseudonymKeyError, match="cannot be made"):
        make_key(tmp_path / "missing" / "key")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))


@pytest.mark.usefixtures("models")
def test_a_scan_with_a_key_writes_pseudonyms_everywhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_dicom(folder / "Doe_Jane" / "a.dcm", pixels(1), PatientID="DOE-1")
    write_dicom(folder / "Doe_Jane" / "b.dcm", pixels(2), PatientID="DOE-1")
    (folder / "Doe_Jane" / "bad.txt").write_text("no image")
    key = make_key(folder / "key")
    out = folder / "out.csv"
    events = scan(folder, out, pseudonym_key=folder / "key", heatmap_dir=tmp_path / "maps")
    assert (finished(events).analysed, finished(events).failed) == (2, 1)
    # Whoever watches the scan sees the true files.
    assert [e.item.patient_id for e in events if isinstance(e, ItemDone)] == ["DOE-1", "DOE-1"]
    rows = read_rows(out)
    one = Pseudonyms(key)
    assert [row["path"] for row in rows] == [
        one.path(Path("Doe_Jane") / name) for name in ("a.dcm", "b.dcm", "bad.txt")
    ]
    assert rows[0]["patient_id"] == rows[1]["patient_id"] == one.text("patient_id", "DOE-1")
    assert Path(rows[0]["heatmap_path"]).name == f"{rows[0]['path']}.f0001.png"
    assert Path(rows[0]["heatmap_path"]).exists()
    for path in [out, *folder.glob("out.csv.report.*")]:
        assert "Doe" not in path.read_text("utf-8")
        assert "DOE" not in path.read_text("utf-8")
    assert not any("Doe" in str(path) for path in (tmp_path / "maps").rglob("*"))


@pytest.mark.usefixtures("models")
def test_going_on_with_another_key_never_mixes_two(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    out = tmp_path / "out.csv"
    one, two = make_key(tmp_path / "one"), make_key(tmp_path / "two")
    scan(folder, out, pseudonym_key=tmp_path / "one")
    (folder / "002.dcm").unlink()
    for key_file, key in (("two", two), ("one", one)):
        events = scan(folder, out, pseudonym_key=tmp_path / key_file, resume=True)
        assert events[0] == ScanStarted(folder, 2, 0)
        assert [row["path"] for row in read_rows(out)] == [
            Pseudonyms(key).path(Path(name)) for name in ("000.dcm", "001.dcm")
        ]
    events = scan(folder, out, resume=True)
    assert events[0] == ScanStarted(folder, 2, 0)
    assert [row["path"] for row in read_rows(out)] == ["000.dcm", "001.dcm"]


@pytest.mark.usefixtures("models")
def test_a_bad_key_is_said_before_anything_is_written(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    (tmp_path / "key").write_text("short")
    out = tmp_path / "out"
    out.mkdir()
    error = finished(scan(folder, out / "o.csv", pseudonym_key=tmp_path / "key")).error
    assert isinstance(error, PseudonymKeyError)
    assert not any(out.iterdir())
