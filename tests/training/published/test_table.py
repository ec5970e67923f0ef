"""The table of both protocols: what is leaked, unfinished or not run says so."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from training.errors import RunError
from training.published.protocols import Leak, Protocol
from training.published.result import Calibration, PartResult, RunRecord, RunResult, Value
from training.published.table import side_by_side


def _write(
    folder: Path, protocol: Protocol, *, accuracy: float, shared: int, trunk: str | None = None
) -> Path:
    values = (
        Value("accuracy", accuracy, None, (accuracy - 0.1, accuracy + 0.05)),
        Value("macro_f1", 0.7),
        Value("cross_entropy", 0.5),
    )
    part = PartResult(Leak(38, shared), values, [[1, 0], [0, 1]])
    result = RunResult(
        run=RunRecord(
            recipe="xception",
            version="0.1.0",
            protocol=protocol,
            trunk=trunk,
            published_trunk="xception",
            weights="trunk.json",
            seed=1,
            data="navoneel",
            data_sha256="0",
            epochs=None,
            limit=None,
        ),
        title="Xception",
        claim="accuracy 0.96",
        classes=("no_tumor", "tumor"),
        epochs=5,
        planned_epochs=15,
        best_epoch=4,
        groups=9,
        training_images=177,
        calibration=Calibration(1.0, 0.5, None),
        validation=part,
        test=part,
        environment={},
    )
    folder.mkdir()
    (folder / "metrics.json").write_bytes(msgspec.json.encode(result))
    return folder


def test_both_protocols_of_a_system_are_one_row(tmp_path: Path) -> None:
    runs = [
        _write(tmp_path / "a", "grouped", accuracy=0.8, shared=0, trunk="mobilenet_v2"),
        _write(tmp_path / "b", "published", accuracy=0.9, shared=11, trunk="mobilenet_v2"),
    ]
    head, _, row = side_by_side(runs).splitlines()
    assert head.count("|") == row.count("|")
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[:3] == ["xception", "accuracy 0.96", "mobilenet_v2"]
    assert cells[3].startswith("test: accuracy 0.900 (0.800 to 0.950)")
    assert "LEAKED 11 of 38" in cells[3]
    assert "LEAKED" not in cells[4]
    assert "stopped after 5 of 15 epochs" in cells[4]
    assert "--protocol grouped --trunk mobilenet_v2 --weights WEIGHTS/trunk.json" in cells[5]


def test_a_protocol_without_a_run_is_not_left_blank(tmp_path: Path) -> None:
    row = side_by_side([_write(tmp_path / "a", "published", accuracy=0.9, shared=3)])
    assert "| not run |" in row


def test_an_unfinished_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"the run is not finished.*--resume"):
        side_by_side([tmp_path])
