from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import finished, make_series, read_rows, scan
from tumorview.cli import ExitCode, main
from tumorview.services.cluster.connection import is_address, is_in_the_clear


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("head:8786", True),
        ("tcp://10.0.0.1:8786", True),
        ("tls://head.example:8786", True),
        ("tls://[::1]:8786", True),
        ("head", False),
        ("head:0", False),
        ("head:70000", False),
        ("http://head:8787", False),
        ("tcp://somebody@head:8786", False),
        ("tcp://head:8786/status", False),
    ],
)
def test_an_address_has_a_host_and_a_port(text: str, fits: bool) -> None:
    assert is_address(text) is fits


@pytest.mark.parametrize(
    ("address", "clear"),
    [
        ("head:8786", True),
        ("tcp://10.0.0.1:8786", True),
        ("tls://10.0.0.1:8786", False),
        ("tcp://127.0.0.1:8786", False),
        ("tcp://[::1]:8786", False),
        ("localhost:8786", False),
    ],
)
def test_what_leaves_the_machine_without_encryption_is_known(address: str, clear: bool) -> None:
    assert is_in_the_clear(address) is clear


def test_without_dask_the_extra_is_named_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    folder = make_series(tmp_path / "in", 2)
    scan(folder, tmp_path / "out.csv")
    error = finished(scan(folder, tmp_path / "out.csv", cluster="127.0.0.1:9")).error
    assert error is not None
    assert error.code == "cluster_missing"
    assert "pip install 'tumorview[cluster]'" in str(error)
    assert len(read_rows(tmp_path / "out.csv")) == 2


@pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")
@pytest.mark.parametrize(
    ("address", "settings", "words"),
    [
        ("tls://head:1", {}, "names no certificates"),
        ("tcp://head:1", {"require-encryption": True}, "asks for encryption"),
        ("tls://head:1", {"tls.ca-file": "no.pem", "tls.client.cert": "no.pem"}, "cannot be used"),
    ],
)
def test_a_configuration_that_does_not_fit_the_address_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    settings: dict[str, object],
    words: str,
) -> None:
    import dask.config  # noqa: PLC0415 - an extra

    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    folder = make_series(tmp_path / "in", 1)
    with dask.config.set({f"distributed.comm.{name}": v for name, v in settings.items()}):
        error = finished(scan(folder, tmp_path / "o.csv", cluster=address)).error
    assert error is not None
    assert error.code == "cluster_unreachable"
    assert words in str(error)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cluster", "head"], "HOST:PORT"),
        (["--cluster", "head:8786", "--workers", "4"], "dask worker --nthreads"),
    ],
)
def test_a_command_line_that_cannot_be_meant_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["scan", str(tmp_path), "--csv", "o.csv", *words]) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_a_scan_on_one_machine_loads_nothing_of_dask(checkout: Path) -> None:
    program = (
        "import sys\n"
        "import tumorview.cli.scan\n"
        "import tumorview.services.cluster.connection\n"
        "print(sorted({'dask', 'distributed', 'tornado'} & set(sys.modules)))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
