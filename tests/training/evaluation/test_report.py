"""The report as files."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest

from tests.training.evaluation.drawn import measured, record
from training.data.records import CLASS_IDS, NO_TUMOR
from training.errors import RunError
from training.evaluation.console import console_table
from training.evaluation.coverage import not_covered
from training.evaluation.figures import part_figures
from training.evaluation.files import write_whole
from training.evaluation.intervals import Figure
from training.evaluation.measured import Measured
from training.evaluation.plots import part_plots
from training.evaluation.report import (
    CSV_NAME,
    JSON_NAME,
    PAGE_NAME,
    Evaluation,
    Illustrations,
    interval,
    page,
    read_evaluation,
    slug,
    write_report,
)
from training.evaluation.sanity import SanityStep
from training.evaluation.sheet import worst_rows
from training.evaluation.table import image_table
from training.evaluation.words import words_of


def _answers() -> Measured:
    return measured([record(i, i % 4) for i in range(8)])


def _evaluation(answers: Measured, *, leaked: bool = False) -> Evaluation:
    part = part_figures(answers, 10, name="my <part>", note="drawn & small", leaked=leaked)
    return Evaluation(
        title="Tiny <b>model</b>",
        model="tiny",
        version="1",
        data="DATA",
        command="python -m training evaluate models/tiny --data DATA",
        classes=CLASS_IDS,
        not_covered=("No images that are known to be CT.",),
        thresholds={"Tumour suspected from a probability of": 0.25},
        parts=(part,),
        sanity=(SanityStep("last", 1, 0.9, 0.8),),
        unreadable=("a.png: broken <script>",),
    )


@pytest.fixture(scope="module")
def illustrations() -> dict[str, Illustrations]:
    sheet = np.full((8, 8, 3), 7, np.uint8)
    return {"my <part>": Illustrations(part_plots(_answers()), sheet)}


def test_the_page_says_first_what_it_does_not_cover_and_escapes_what_it_was_given(
    illustrations: dict[str, Illustrations],
) -> None:
    answers = _answers()
    text = page(_evaluation(answers), illustrations)
    limits = text.index("No images that are known to be CT.")
    assert limits < text.index("How to read them") < text.index("most probable class is the true")
    assert "<b>model</b>" not in text
    assert "<script" not in text
    assert "my &lt;part&gt;" in text
    assert "0.25" in text


def test_the_page_is_one_file_that_loads_nothing(
    illustrations: dict[str, Illustrations],
) -> None:
    answers = _answers()
    text = page(_evaluation(answers), illustrations)
    assert text.count("data:image/png;base64,") == 4
    assert text.count("data:image/jpeg;base64,") == 1
    assert not re.findall(r"""(?:src|href)=["'](?!data:)""", text)


def test_leaked_parts_are_labelled_wherever_they_are_told(
    illustrations: dict[str, Illustrations],
) -> None:
    answers = _answers()
    evaluation = _evaluation(answers, leaked=True)
    assert "LEAKED" in console_table(evaluation)
    assert page(evaluation, illustrations).count("LEAKED") >= 2
    assert b",yes,cheng/0," in image_table(answers, part="p", leaked=True)
    for text in (
        console_table(_evaluation(answers)),
        page(_evaluation(answers), illustrations),
    ):
        assert "LEAKED" not in text


def test_the_console_tells_what_could_not_be_used() -> None:
    text = console_table(_evaluation(_answers()))
    assert "1 images could not be used" in text
    assert "a.png: broken" in text
    assert re.search(r"accuracy +1\.000 +\(0\.\d+ to 1\.000\)", text)


def test_the_written_folder_is_complete_and_reads_back(
    illustrations: dict[str, Illustrations], tmp_path: Path
) -> None:
    answers = _answers()
    evaluation = _evaluation(answers)
    table = image_table(answers, part="my <part>", leaked=False)
    write_report(evaluation, illustrations, table, tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    plots = {f"my-part-{n}.png" for n in ("confusion", "reliability", "roc", "precision_recall")}
    assert names == {CSV_NAME, JSON_NAME, PAGE_NAME, "my-part-worst.png", *plots}
    raw = (tmp_path / "out" / JSON_NAME).read_bytes()
    assert msgspec.json.decode(raw, type=Evaluation) == evaluation
    assert read_evaluation(tmp_path / "out") == evaluation
    for path in (tmp_path / "out").glob("*.png"):
        assert cv2.imread(str(path)) is not None


def test_each_image_has_a_line_with_everything_that_was_said(tmp_path: Path) -> None:
    sets = np.zeros((8, 4), bool)
    sets[0, [0, 1]] = True
    answers = replace(
        _answers(),
        sets=sets,
        reached=sets,
        gate_scores=np.arange(8.0),
        refused=np.arange(8) > 6,
        acquisitions=("T1c",) * 8,
    )
    text = image_table(answers, part="p", leaked=False).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 8
    assert rows[0]["image_id"] == "cheng/0"
    assert rows[0]["label"] == "glioma"
    assert rows[0]["prediction_set"] == "glioma meningioma"
    assert rows[0]["heatmap_peak_in_lesion"] == "yes"
    assert rows[0]["acquisition"] == "T1c"
    assert rows[7]["gate_refused"] == "yes"
    assert rows[3]["tumor"] == "no"
    assert rows[3]["heatmap_iou"] == ""
    assert float(rows[0]["p_glioma"]) == pytest.approx(0.7)


def test_several_tables_have_one_heading() -> None:
    answers = _answers()
    whole = image_table(answers, part="a", leaked=False) + image_table(
        answers, part="b", leaked=False, header=False
    )
    assert len(list(csv.DictReader(io.StringIO(whole.decode(), newline="")))) == 16


def test_the_worst_answers_are_those_whose_truth_was_believed_least_one_a_patient() -> None:
    records = [record(i, 0, group=f"cheng/{i // 2}") for i in range(6)]
    records.append(record(6, None, brain=False, group="x"))
    answers = measured(records, [0.9, 0.1, 0.3, 0.05, 0.8, 0.95, 0.0])
    assert worst_rows(answers, 2) == [3, 1]
    assert set(worst_rows(answers)) == {3, 1, 4}


def test_what_is_missing_is_said_in_sentences() -> None:
    said = not_covered([_answers()], clustered=False, leaked=False, reused=False)
    text = " ".join(said)
    assert "CT, T1, T2, FLAIR" in text
    assert "coronal, sagittal" in text
    assert "Only 8 patients" in text
    assert "input gate keeps out was not measured" in text
    assert "LEAKED" not in text
    more = not_covered(
        [measured([record(i, None, plane="") for i in range(40)])],
        clustered=True,
        leaked=True,
        reused=True,
    )
    text = " ".join(more)
    assert "clusters of near-duplicates" in text
    assert "LEAKED" in text
    assert "other hospitals" in text
    assert "Tumours of unknown type" in text
    assert "Only 40" not in text
    healthy = not_covered(
        [measured([record(0, NO_TUMOR)])], clustered=False, leaked=False, reused=False
    )
    assert "or without any" in " ".join(healthy)


def test_one_patient_has_no_interval() -> None:
    assert interval(Figure("x", 0.5, (0.5, 0.5), groups=1)) == "one patient"
    assert interval(Figure("x", 0.5, (0.25, 0.75), groups=2)) == "0.250 to 0.750"


def test_every_figure_has_words() -> None:
    sets = np.ones((8, 4), bool)
    answers = replace(
        _answers(),
        sets=sets,
        reached=sets,
        gate_scores=np.arange(8.0),
        refused=sets[:, 0],
        acquisitions=("T1c",) * 8,
    )
    for figure in _evaluation(answers).parts[0].figures:
        plain = figure.name.replace("_", " ")
        assert plain not in words_of(msgspec.structs.replace(figure, class_id=None)) or (
            figure.name in {"accuracy", "sensitivity", "specificity", "f1"}
        )


def test_names_of_parts_become_names_of_files() -> None:
    assert slug("held out: brats_t1ce / T1c") == "held-out-brats-t1ce-t1c"


def test_a_folder_without_an_evaluation_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"evaluation\.json: the evaluation cannot be read"):
        read_evaluation(tmp_path)
    (tmp_path / JSON_NAME).write_text("[]", encoding="utf-8")
    with pytest.raises(RunError, match="no evaluation"):
        read_evaluation(tmp_path)


def test_a_full_disk_leaves_no_half_written_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(self: Path, _content: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", no_space)
    with pytest.raises(RunError, match=r"report\.html: the file cannot be written: No space"):
        write_whole(tmp_path / "report.html", b"text")
    assert list(tmp_path.iterdir()) == []
