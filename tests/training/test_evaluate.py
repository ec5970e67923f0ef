"""What an evaluation counts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from training.data.cache import MASK_SIDE, ImageCache
from training.data.records import ImageRecord
from training.evaluate import (
    PEAK_IN_LESION,
    Evaluation,
    as_json,
    peaks_in_lesions,
    summary,
    write_evaluation,
)


def _record(number: int, label: int, source: str = "cheng", sequence: str = "T1c") -> ImageRecord:
    return ImageRecord(
        image_id=f"{source}/{number}",
        path=Path("none.jpg"),
        label=label,
        group=f"{source}/{number // 2}",
        source=source,
        sequence=sequence,
        panel=(0, 3) if source == "lgg" else (0, 1),
        mask_path=Path("mask.png") if label != 3 else None,
        mask_known=True,
    )


def _evaluation() -> Evaluation:
    records = [
        *(_record(i, i % 3) for i in range(6)),
        _record(0, 0, "lgg", "T1"),
        _record(1, 3, "lgg", "FLAIR"),
    ]
    probabilities = np.full((8, 4), 0.1)
    for row, record in enumerate(records):
        probabilities[row, record.label if row else 3] = 0.7
    hits = [True, True, False, False, False, False, True, None]
    return summary(probabilities, hits, records, model=("m", "1"), split="s", part="test")


def test_each_source_and_each_of_its_sequences_has_figures_of_its_own() -> None:
    evaluation = _evaluation()
    assert set(evaluation.subsets) == {"cheng", "lgg", "lgg T1", "lgg FLAIR"}
    assert evaluation.subsets["cheng"].images == 6
    assert evaluation.subsets["cheng"].groups == 3
    (accuracy, macro_f1) = evaluation.subsets["cheng"].figures
    assert (accuracy.name, macro_f1.name) == ("accuracy", "macro_f1")
    assert accuracy.value == 5 / 6
    assert [figure.name for figure in evaluation.subsets["lgg T1"].figures] == ["accuracy"]


def test_heatmap_peaks_count_only_where_there_is_a_mask() -> None:
    found = {figure.name: figure for figure in _evaluation().figures}
    assert found[PEAK_IN_LESION].value == 3 / 7


def test_a_peak_counts_when_its_cell_touches_the_lesion() -> None:
    masks = np.zeros((3, MASK_SIDE, MASK_SIDE), np.uint8)
    masks[:, 0:3, 0:3] = 255
    cache = ImageCache(np.zeros((3, 64, 64), np.uint8), masks)
    maps = np.zeros((3, 4, 4, 4), np.float32)
    maps[0, 0, 0, 1] = 1.0
    maps[0, 3, 3, 0] = 9.0
    maps[1, 0, 1, 1] = 1.0
    records = [_record(0, 1), _record(1, 1), _record(2, 3)]
    assert peaks_in_lesions(maps, records, cache) == [True, False, None]


def test_the_written_file_is_the_printed_one_and_reads_back(tmp_path: Path) -> None:
    evaluation = _evaluation()
    path = tmp_path / "deep" / "evaluation.json"
    write_evaluation(evaluation, path)
    assert path.read_bytes() == as_json(evaluation)
    assert msgspec.json.decode(path.read_bytes(), type=Evaluation) == evaluation
    assert [p.name for p in path.parent.iterdir()] == ["evaluation.json"]
