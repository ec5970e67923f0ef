from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import finished, make_mixed_folder, read_rows, scan
from tumorview.domain.events import Outcome
from tumorview.reporting.csv_columns import CSV_SCHEMA, CellKind, columns_for
from tumorview.reporting.csv_report import restore
from tumorview.reporting.errors import OutputError
from tumorview.reporting.parquet import ParquetMissingError, require_parquet, write_parquet

needs_pyarrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None,
    reason="pyarrow is not installed (pip install 'tumorview[parquet]')",
)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))


@needs_pyarrow
@pytest.mark.usefixtures("models")
def test_the_parquet_file_holds_what_the_csv_holds(tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    folder = make_mixed_folder(tmp_path / "in")
    out, parquet = tmp_path / "out.csv", folder / "out.parquet"
    for _ in range(2):
        # The second time it lies in the folder and is no file to be scanned.
        assert finished(scan(folder, out, parquet_path=parquet)).outcome is Outcome.DONE
    table = pq.read_table(parquet)
    assert table.schema.metadata is not None
    assert table.schema.metadata[b"csv_schema"] == str(CSV_SCHEMA).encode()
    rows = read_rows(out)
    found = table.to_pylist()
    assert len(found) == len(rows) == 9
    kinds = {c.name: c.kind for c in columns_for([n[2:] for n in rows[0] if n.startswith("p_")])}
    for row, other in zip(rows, found, strict=True):
        assert list(row) == list(other)
        for name, cell in row.items():
            value = other[name]
            if kinds[name] is CellKind.TEXT:
                assert value == restore(cell)
            elif not cell:
                assert value is None
            elif kinds[name] is CellKind.FLAG:
                assert value is (cell == "yes")
            else:
                assert value == float(cell)
    assert found[0]["series_description"] == "=T1"


@needs_pyarrow
def test_many_rows_come_in_groups_and_all_of_them(tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    columns = columns_for(["a"])
    row = ["1" if column.kind is CellKind.NUMBER else "" for column in columns]
    write_parquet(tmp_path / "t", columns, (row for _ in range(40_000)))
    assert pq.read_table(tmp_path / "t").num_rows == 40_000


@needs_pyarrow
def test_a_parquet_file_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_parquet(tmp_path / "missing" / "t", columns_for(["a"]), [])


@pytest.mark.usefixtures("models")
def test_without_the_library_it_is_said_before_anything_is_analysed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ParquetMissingError, match="pip install"):
        require_parquet()
    folder = make_mixed_folder(tmp_path / "in")
    out = tmp_path / "out"
    out.mkdir()
    error = finished(scan(folder, out / "o.csv", parquet_path=out / "o.parquet")).error
    assert isinstance(error, ParquetMissingError)
    assert not any(out.iterdir())
