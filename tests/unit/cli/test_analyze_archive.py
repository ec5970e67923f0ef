"""``tumorview analyze`` of a ZIP archive."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from tests.dicom_factory import write_mr_series
from tests.model_factory import make_model
from tests.zip_factory import zip_of
from tumorview.cli import ExitCode, main


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two MR slices and a letter; the temporary folder is one of the test's own."""
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    members = {f"s/{p.name}": p.read_bytes() for p in write_mr_series(tmp_path / "mr", 2)}
    path = tmp_path / "study.zip"
    path.write_bytes(zip_of({**members, "s/letter.txt": b"Dear colleague"}))
    return path


def test_an_archive_is_analysed_like_a_folder_and_nothing_stays(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", str(archive), "--json"]) == ExitCode.PARTIAL
    answer = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in answer["results"]] == [
        str(archive / "s" / f"slice{k:03d}.dcm") for k in range(2)
    ]
    assert [one["path"] for one in answer["failures"]] == [str(archive / "s" / "letter.txt")]
    assert list((tmp_path / "temporary").iterdir()) == []
    assert main(["analyze", str(archive), "--frame", "1"]) == ExitCode.USAGE


def test_a_hostile_archive_is_refused_with_its_reason(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.write_bytes(zip_of({"../a.dcm": b"x"}))
    assert main(["analyze", str(archive)]) == ExitCode.NOTHING_READABLE
    assert "leads out of the archive" in capsys.readouterr().err
