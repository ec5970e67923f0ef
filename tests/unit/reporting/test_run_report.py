from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tumorview.reporting.charts import Axis, Bar, bar_chart, number
from tumorview.reporting.csv_columns import CSV_SCHEMA, columns_for
from tumorview.reporting.errors import OutputError
from tumorview.reporting.run_page import page
from tumorview.reporting.run_report import (
    Machine,
    RunReport,
    RunSettings,
    Version,
    html_path,
    json_path,
)
from tumorview.reporting.run_report_files import write_run_report
from tumorview.reporting.run_summary import RunSummary, Summing

CLASSES = ["glioma", "no_tumor"]
HEADER = [column.name for column in columns_for(CLASSES)]


def _row(**cells: str) -> list[str]:
    row = {
        "path": "Doe^Jane/1.dcm",
        "patient_id": "DOE-1970",
        "series_description": "T1 of Doe",
        "modality": "MR",
        "status": "done",
        "predicted": "glioma",
        "p_glioma": "0.75",
        "p_no_tumor": "0.25",
        "device": "CPU",
        "milliseconds": "10",
        "timestamp": "2026-03-01T10:00:00+00:00",
    } | cells
    return [row.get(name, "") for name in HEADER]


def _summary(*rows: list[str]) -> RunSummary:
    summing = Summing(HEADER, CLASSES)
    assert list(summing.watched(rows)) == list(rows)
    return summing.result()


def _report(summary: RunSummary) -> RunReport:
    return RunReport(
        report_schema=1,
        csv_schema=CSV_SCHEMA,
        command="scan",
        outcome="done",
        error_code=None,
        began="2026-03-01T10:00:00+00:00",
        seconds=12.5,
        versions=(Version("TumorView", "1 <2>"),),
        machine=Machine("Some system", "Some processor", 2),
        settings=RunSettings("tiny", "0" * 64, "auto", None, False, False, False, None),
        summary=summary,
    )


def test_rows_are_counted_by_what_became_of_them() -> None:
    summary = _summary(
        _row(frame="1"),
        _row(frame="2", cautions="low_resolution;lossy_source"),
        _row(path="b", status="failed", error_code="truncated_file", predicted=""),
        _row(path="c", status="failed", error_code="truncated_file"),
        _row(path="d", status="failed", error_code="empty_file"),
        _row(path="e", status="skipped", error_code="index_file", predicted=""),
    )
    assert (summary.files, summary.rows) == (5, 6)
    assert (summary.done, summary.failed, summary.skipped) == (2, 3, 1)
    assert list(summary.errors.items()) == [("truncated_file", 2), ("empty_file", 1)]
    assert summary.predicted == {"glioma": 2}
    assert summary.cautions == {"low_resolution": 1, "lossy_source": 1}
    assert summary.mean_milliseconds == 10.0


def test_probabilities_fall_into_their_twentieth_and_1_into_the_last() -> None:
    summary = _summary(
        _row(p_glioma="0", p_no_tumor="1"),
        _row(p_glioma="0.049999", p_no_tumor="0.95"),
        _row(p_glioma="0.05", p_no_tumor=""),
    )
    glioma, no_tumor = summary.histograms
    assert glioma.counts[:2] == (2, 1)
    assert sum(glioma.counts) == 3
    assert no_tumor.counts[-1] == 2
    assert sum(no_tumor.counts) == 2


def test_rows_over_time_keep_their_number_while_the_bins_widen() -> None:
    summing = Summing(HEADER, CLASSES)
    for second in range(5000):
        clock = f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        summing.add(_row(timestamp=f"2026-03-01T{clock}+00:00"))
    speed = summing.result().speed
    assert len(speed) <= 240
    assert sum(one.rows for one in speed) == 5000
    assert {one.seconds for one in speed} == {32}
    assert {one.rows for one in speed[1:-1]} == {32}
    assert speed[0].began == "2026-03-01T00:00:00+00:00"


def test_the_files_say_nothing_of_anybody_and_hold_the_same_figures(tmp_path: Path) -> None:
    summary = _summary(
        _row(),
        _row(path="x", modality="DOE^JANE"),
        _row(path="y", status="failed", error_code="empty_file", error_text="Doe is empty"),
    )
    assert summary.modalities == {"MR": 2, "other": 1}
    out = tmp_path / "out.csv"
    write_run_report(out, _report(summary))
    read = json.loads(json_path(out).read_text("utf-8"))
    assert read["summary"]["done"] == 2
    assert read["summary"]["errors"] == {"empty_file": 1}
    assert read["summary"]["histograms"][0]["class_id"] == "glioma"
    assert read["csv_schema"] == CSV_SCHEMA
    for path in (json_path(out), html_path(out)):
        assert "doe" not in path.read_text("utf-8").casefold()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "out.csv.report.html",
        "out.csv.report.json",
    ]


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in {"meta", "rect", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()


def test_the_page_is_whole_and_needs_nothing_beside_it() -> None:
    text = page(_report(_summary(_row(), _row(path="b", status="failed", error_code="empty_file"))))
    outline = _Outline()
    outline.feed(text)
    assert outline.links == []
    assert "script" not in outline.tags
    assert outline.tags.count("svg") == 3
    assert "1 &lt;2&gt;" in text
    assert "The file has no content." in text
    assert outline.open == []


def test_the_page_of_a_scan_without_rows_says_so() -> None:
    text = page(replace(_report(_summary()), outcome="cancelled"))
    assert "There is no row." in text
    assert "It was cancelled" in text


def test_bars_are_as_high_and_wide_as_their_values() -> None:
    chart = bar_chart(
        [Bar(0, 1, 2, "low"), Bar(1, 4, 4, "high <")],
        Axis(0, 4, "a", "b"),
        label="bars",
        unit="rows",
    )
    low, high = (
        {name: float(one.attrib[name]) for name in ("x", "y", "width", "height")}
        for one in ET.fromstring(chart).iter("rect")
    )
    assert high["height"] == 2 * low["height"]
    assert low["y"] + low["height"] == high["y"] + high["height"]
    assert high["width"] == pytest.approx(3 * low["width"], abs=0.2)
    assert high["x"] == pytest.approx(low["x"] + low["width"], abs=0.2)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (1234567, "1,234,567"), (0.5, "0.50"), (12.34, "12.3")]
)
def test_figures_are_written_for_people(value: float, text: str) -> None:
    assert number(value) == text


def test_a_report_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_run_report(tmp_path / "missing" / "out.csv", _report(_summary()))
