from __future__ import annotations

from pathlib import Path

import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import read_rows
from tumorview.cli import ExitCode, main
from tumorview.imaging.catalog import list_files
from tumorview.imaging.image_file import open_image


@pytest.mark.shared_data
def test_real_series_and_three_bad_files_scan_to_one_row_a_frame(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "real").symlink_to(shared_data / "dicom", target_is_directory=True)
    whole = next(p for p in list_files(folder) if p.suffix == ".dcm").read_bytes()
    (folder / "text.dcm").write_text("no image")
    (folder / "truncated.dcm").write_bytes(whole[: len(whole) * 2 // 3])
    (folder / "empty.dcm").touch()

    assert main(["scan", str(folder), "--csv", str(tmp_path / "o.csv")]) == ExitCode.PARTIAL

    rows = read_rows(tmp_path / "o.csv")
    failed = {row["path"]: row["error_code"] for row in rows if row["status"] == "failed"}
    assert failed == {
        "text.dcm": "not_an_image",
        "truncated.dcm": "truncated_file",
        "empty.dcm": "empty_file",
    }
    frames = [
        (path.relative_to(folder).as_posix(), str(info.source.frame_number))
        for path in list_files(folder)
        if path.relative_to(folder).as_posix() not in failed
        for info in open_image(path).header.frames
    ]
    done = [(row["path"], row["frame"]) for row in rows if row["status"] == "done"]
    assert done == frames
    assert len(done) > 50
