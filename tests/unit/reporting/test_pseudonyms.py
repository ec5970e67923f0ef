from __future__ import annotations

import hashlib
import hmac
import os
import re
import uuid
from pathlib import Path, PurePath

import pytest

from tumorview.domain.events import ScanItem
from tumorview.domain.source import SourceRef
from tumorview.imaging.errors import EmptyFileError
from tumorview.reporting.csv_columns import RowFacts
from tumorview.reporting.csv_report import CsvReport
from tumorview.reporting.pseudonyms import Pseudonyms

KEY = b"0123456789abcdef" * 4


def _facts() -> RowFacts:
    source = SourceRef(Path("/data/Doe^Jane/1.dcm"), "1.2.3", "1.2.3.4", "1.2.3.4.5")
    return RowFacts(
        item=ScanItem(source, "f" * 64, "DOE-1970", "MR", "T1 Doe Jane"),
        relative_path=PurePath("Doe^Jane/1.dcm"),
        prediction=None,
        error=EmptyFileError("the file is empty"),
        heatmap_path=None,
        model_id="tiny",
        model_sha256="0" * 64,
        app_version="0",
        timestamp="2026-01-01T00:00:00+00:00",
    )


def test_no_cell_of_a_row_says_who_it_was() -> None:
    report = CsvReport(["a"], Pseudonyms(KEY))
    row = dict(zip(report.header, report.row(_facts()), strict=True))
    for cell in row.values():
        assert not re.search(r"doe|jane|1970|1\.2\.3", cell, re.IGNORECASE), cell
    assert row["series_description"] == ""
    assert row["sha256"] == "f" * 64
    assert row["modality"] == "MR"


def test_pseudonyms_are_what_the_documentation_says() -> None:
    """Worked out here with the standard library alone, as a user with the key would."""
    report = CsvReport(["a"], Pseudonyms(KEY))
    row = dict(zip(report.header, report.row(_facts()), strict=True))

    def digest(column: str, value: str) -> str:
        return hmac.new(KEY, f"{column}\0{value}".encode(), hashlib.sha256).hexdigest()[:32]

    assert row["patient_id"] == digest("patient_id", "DOE-1970")
    assert row["path"] == digest("path", "Doe^Jane/1.dcm")
    for column, uid in (
        ("study_instance_uid", "1.2.3"),
        ("series_instance_uid", "1.2.3.4"),
        ("sop_instance_uid", "1.2.3.4.5"),
    ):
        digits = digest(column, uid)
        made = uuid.UUID(
            f"{digits[:12]}8{digits[13:16]}{'89ab'[int(digits[16], 16) % 4]}{digits[17:]}"
        )
        assert row[column] == f"2.25.{made.int}"
        assert (made.variant, made.version) == (uuid.RFC_4122, 8)
        assert len(row[column]) <= 64


def test_the_same_key_gives_the_same_pseudonym_and_another_key_another() -> None:
    one, again, other = Pseudonyms(KEY), Pseudonyms(KEY), Pseudonyms(KEY[::-1])
    assert one.text("patient_id", "7") == again.text("patient_id", "7")
    assert one.text("patient_id", "7") != other.text("patient_id", "7")
    assert one.fingerprint == again.fingerprint != other.fingerprint
    assert one.text("patient_id", "7") != one.text("path", "7")
    assert one.text("patient_id", "7") != one.text("patient_id", "8")


def test_nothing_stays_nothing() -> None:
    one = Pseudonyms(KEY)
    assert one.text("patient_id", "") == ""
    assert one.uid("study_instance_uid", None) is None


def test_names_that_are_no_text_have_pseudonyms_too() -> None:
    one = Pseudonyms(KEY)
    odd = PurePath(os.fsdecode(b"a\xff\n"))
    assert re.fullmatch("[0-9a-f]{32}", one.path(odd))
    assert one.path(odd) != one.path(PurePath("a"))
    assert re.fullmatch("[0-9a-f]{32}", one.text("patient_id", "Mü\udcff"))


def test_a_key_never_shows_itself() -> None:
    assert KEY.decode() not in repr(Pseudonyms(KEY))
    with pytest.raises(AttributeError):
        _ = Pseudonyms(KEY).key  # type: ignore[attr-defined]
