from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import cv2
import pytest

from tests.dicom_factory import write_dicom
from tests.model_factory import TinyModel, make_model
from tests.trust_parts import RULES
from tests.unit.services.scan_helpers import (
    lasting,
    make_mixed_folder,
    make_series,
    pixels,
    read_rows,
)
from tumorview import __version__
from tumorview.cli import ExitCode, main
from tumorview.cli.logs import log_file
from tumorview.cli.output import shown
from tumorview.domain.reading import ReadingNotice
from tumorview.reporting.notices import READING_NOTICE_TEXTS

CHECKOUT = Path(__file__).resolve().parents[3]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One model, of MR only."""
    place = tmp_path / "models"
    make_model(place)
    monkeypatch.setenv("TUMORVIEW_MODELS", str(place))
    return place


def _process(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tumorview", *map(str, arguments)],
        cwd=CHECKOUT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )


# --- grammar ------------------------------------------------------------------------------------


def test_version_and_help_end_well(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"  {code.value:<4} {code.meaning}" in text for code in ExitCode)
    assert main(["scan", "--help"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "."],
        ["analyze"],
        ["analyze", "x", "--frame", "0"],
        ["analyze", "x", "--engine", "torch"],
        ["models", "--unknown"],
        ["--unknown"],
        ["scan", "x", "--cs", "y"],
    ],
)
def test_a_wrong_command_line_is_one_sentence_and_exit_code_3(
    capsys: Captured, arguments: list[str]
) -> None:
    assert main(arguments) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_misspelt_command_is_not_taken_for_a_file(capsys: Captured) -> None:
    assert main(["analyse", "x.dcm"]) == ExitCode.USAGE
    assert "Did you mean: tumorview analyze?" in capsys.readouterr().err


def test_a_path_that_is_not_there_is_said_and_no_window_opens(capsys: Captured) -> None:
    assert main(["study/series"]) == ExitCode.INPUT
    assert "study/series" in capsys.readouterr().err


def test_paths_and_no_arguments_open_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[list[Path], bool]] = []

    def record(paths: list[Path], *, new_window: bool) -> int:
        opened.append((paths, new_window))
        return 0

    # A stand-in for the window's module, so that nothing of Qt is loaded here.
    window = ModuleType("tumorview.ui.app")
    vars(window)["run_gui"] = record
    monkeypatch.setitem(sys.modules, "tumorview.ui.app", window)
    assert main([str(tmp_path)]) == 0
    assert main([]) == 0
    assert main(["gui", "a", "b", "--new-window"]) == 0
    assert opened == [([tmp_path], False), ([], False), ([Path("a"), Path("b")], True)]


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    program = "import sys, tumorview.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, check=True, capture_output=True, text=True
    ).stdout.split()
    heavy = {"PySide6", "tensorflow", "keras", "onnxruntime", "pydicom", "cv2", "numpy"}
    assert not heavy & set(loaded)


# --- analyze ------------------------------------------------------------------------------------


def test_analyze_prints_every_class_the_model_and_the_notice(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    assert main(["analyze", str(path)]) == 0
    text = capsys.readouterr().out
    for name in ("Glioma", "Meningioma", "Pituitary tumour", "No tumour", "tiny 1.0.0"):
        assert name in text
    assert "Research use only" in text


def test_analyze_answers_in_json(tmp_path: Path, capsys: Captured) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1, (2, 64, 64)), NumberOfFrames=2)
    assert main(["analyze", str(path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["model"]["id"] == "tiny"
    assert [r["frame"] for r in answer["results"]] == [1, 2]
    assert sum(answer["results"][0]["probabilities"].values()) == pytest.approx(1.0)
    assert answer["failures"] == []


def test_analyze_takes_one_frame_of_many(tmp_path: Path, capsys: Captured) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1, (3, 64, 64)), NumberOfFrames=3)
    assert main(["analyze", str(path), "--frame", "2", "--json"]) == 0
    assert [r["frame"] for r in json.loads(capsys.readouterr().out)["results"]] == [2]
    assert main(["analyze", str(path), "--frame", "4"]) == ExitCode.USAGE
    assert "has 3 frames" in capsys.readouterr().err


def test_analyze_takes_a_folder_in_reading_order(tmp_path: Path, capsys: Captured) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    assert main(["analyze", str(folder), "--json"]) == 8
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["results"]) == 6
    assert {Path(f["path"]).name for f in answer["failures"]} == {
        "d_text.txt",
        "e_truncated.dcm",
        "f_empty.dcm",
    }
    assert main(["analyze", str(folder), "--frame", "1"]) == ExitCode.USAGE


def test_analyze_draws_the_heatmap(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    assert main(["analyze", str(path), "--heatmap", str(tmp_path / "h.png")]) == 0
    picture = cv2.imread(str(tmp_path / "h.png"))
    assert picture is not None
    assert picture.shape == (64, 64, 3)


def test_a_heatmap_of_several_frames_is_refused(tmp_path: Path, capsys: Captured) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1, (2, 64, 64)), NumberOfFrames=2)
    assert main(["analyze", str(path), "--heatmap", str(tmp_path / "h.png")]) == ExitCode.USAGE
    assert "--frame" in capsys.readouterr().err


def test_a_heatmap_that_cannot_be_written_is_exit_code_6(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    place = tmp_path / "missing" / "h.png"
    assert main(["analyze", str(path), "--heatmap", str(place)]) == 6


def test_an_image_that_the_gate_refuses_gets_words_in_place_of_numbers(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1), Modality="CT")
    assert main(["analyze", str(path)]) == 0
    text = capsys.readouterr().out
    assert "not validated" in text
    assert "Glioma" not in text


@pytest.fixture
def trusting(models: Path) -> None:
    """The one model has every part of a manifest of schema version 2."""
    make_model(models, TinyModel(trust=True))


@pytest.mark.usefixtures("trusting")
def test_an_answer_is_printed_with_all_that_its_trust_rests_on(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1), Modality="CT")
    assert main(["analyze", str(path)]) == 0
    text = capsys.readouterr().out
    assert "umour suspected. Probability of a tumour" in text
    assert "Chosen for a sensitivity of 95.0 % and a specificity of 88.0 %" in text
    assert "Tumour (type not judged on CT)" in text
    assert f"How strong the evidence is: {RULES[0]['evidence']}" in text
    assert "By the look of the picture" in text
    assert "Glioma" not in text


@pytest.mark.usefixtures("trusting")
def test_each_line_of_a_folder_has_decision_and_evidence(tmp_path: Path, capsys: Captured) -> None:
    for name in ("a", "b"):
        write_dicom(tmp_path / "in" / f"{name}.dcm", pixels(1), Modality="CT")
    assert main(["analyze", str(tmp_path / "in")]) == 0
    text = capsys.readouterr().out
    assert text.count("umour suspected (0.") == 2
    assert text.count(RULES[0]["evidence"]) == 2


@pytest.mark.usefixtures("trusting")
def test_the_json_of_an_answer_holds_decision_acquisition_and_evidence(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1), Modality="CT")
    assert main(["analyze", str(path), "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert set(result["probabilities"]) == {"tumor", "no_tumor"}
    assert result["decision"]["threshold"] == RULES[0]["decision"]["threshold"]
    assert result["decision"]["text"] in ("tumour suspected", "no tumour suspected")
    assert result["acquisition"]["modality"] in ("MR", "CT")
    assert result["evidence"] == RULES[0]["evidence"]
    assert result["prediction_set"]
    assert result["set_coverage"] == 0.9
    assert result["gate_score"] > 0


def test_an_image_beyond_the_gate_is_no_brain_image_in_words(
    tmp_path: Path, models: Path, capsys: Captured
) -> None:
    make_model(models, TinyModel(trust=True, gate_threshold=0.0))
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    assert main(["analyze", str(path)]) == 0
    text = capsys.readouterr().out
    assert "This does not look like a brain MR or CT image the model knows." in text
    assert "Glioma" not in text


@pytest.mark.usefixtures("trusting")
def test_a_mosaic_is_never_answered_in_silence(tmp_path: Path, capsys: Captured) -> None:
    path = write_dicom(tmp_path / "in" / "a.dcm", pixels(1), ImageType=["ORIGINAL", "MOSAIC"])
    assert main(["analyze", str(path)]) == 0
    text = capsys.readouterr().out
    assert "Read with care: mosaic" in text
    assert f"Noticed on reading: {READING_NOTICE_TEXTS[ReadingNotice.MOSAIC]}" in text
    assert main(["analyze", str(path), "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert result["reading_notices"] == ["mosaic"]
    assert "mosaic" in result["cautions"]
    assert main(["scan", str(tmp_path / "in"), "--csv", str(tmp_path / "o.csv")]) == 0
    (row,) = read_rows(tmp_path / "o.csv")
    assert row["reading_notices"] == "mosaic"
    assert "mosaic" in row["cautions"].split(";")


@pytest.mark.usefixtures("trusting")
def test_a_scan_writes_what_trust_rests_on(tmp_path: Path) -> None:
    write_dicom(tmp_path / "in" / "a.dcm", pixels(1), Modality="CT")
    assert main(["scan", str(tmp_path / "in"), "--csv", str(tmp_path / "o.csv")]) == 0
    (row,) = read_rows(tmp_path / "o.csv")
    assert row["decision"] in ("tumour suspected", "no tumour suspected")
    assert row["evidence"] == RULES[0]["evidence"]
    assert row["p_glioma"] == ""
    assert float(row["p_no_tumor"]) + float(row["tumor_probability"]) == pytest.approx(1)
    assert row["prediction_set"]
    assert float(row["gate_score"]) > 0


def test_a_file_that_is_no_image_is_exit_code_2(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.dcm"
    path.write_text("text")
    assert main(["analyze", str(path)]) == 2
    assert "a.dcm: " in capsys.readouterr().err


def test_a_file_that_is_not_there_is_exit_code_5(tmp_path: Path) -> None:
    assert main(["analyze", str(tmp_path / "no.dcm")]) == 5


def test_an_unknown_model_is_a_usage_error_that_names_the_installed_ones(
    tmp_path: Path, capsys: Captured
) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    assert main(["analyze", str(path), "--model", "other"]) == ExitCode.USAGE
    assert "tiny" in capsys.readouterr().err


def test_a_tampered_model_is_one_sentence(tmp_path: Path, models: Path, capsys: Captured) -> None:
    path = write_dicom(tmp_path / "a.dcm", pixels(1))
    with (models / "tiny" / "model.onnx").open("ab") as stream:
        stream.write(b"\0")
    assert main(["analyze", str(path)]) == 1
    error = capsys.readouterr().err
    assert "SHA-256" in error
    assert "Traceback" not in error


# --- scan ---------------------------------------------------------------------------------------


def test_a_scan_with_bad_files_is_exit_code_8_and_names_them(
    tmp_path: Path, capsys: Captured
) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    assert main(["scan", str(folder), "--csv", str(tmp_path / "o.csv")]) == ExitCode.PARTIAL
    captured = capsys.readouterr()
    assert "6 analysed, 3 failed" in captured.out
    for name in ("d_text.txt", "e_truncated.dcm", "f_empty.dcm"):
        assert f"{name}: " in captured.err
    assert len(read_rows(tmp_path / "o.csv")) == 9


def test_a_scan_without_failures_is_exit_code_0(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    arguments = ["scan", str(folder), "--csv", str(tmp_path / "o.csv")]
    assert main([*arguments, "--heatmaps", str(tmp_path / "maps")]) == 0
    assert len(list((tmp_path / "maps").iterdir())) == 2
    assert main([*arguments, "--resume"]) == 0


def test_a_scan_that_finds_nothing_readable_is_exit_code_2(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert main(["scan", str(folder), "--csv", str(tmp_path / "o.csv")]) == 2
    (folder / "a.txt").write_text("text")
    assert main(["scan", str(folder), "--csv", str(tmp_path / "o.csv")]) == 2
    assert read_rows(tmp_path / "o.csv")[0]["status"] == "failed"


def test_a_scan_of_no_folder_is_exit_code_5(tmp_path: Path) -> None:
    assert main(["scan", str(tmp_path / "no"), "--csv", str(tmp_path / "o.csv")]) == 5


def test_a_scan_into_no_folder_is_exit_code_6(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    assert main(["scan", str(folder), "--csv", str(tmp_path / "no" / "o.csv")]) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)],
)
def test_an_interrupted_scan_ends_in_order_and_can_be_resumed(
    tmp_path: Path, models: Path, number: signal.Signals, code: ExitCode
) -> None:
    make_model(models, TinyModel(id="slow", side=1024, grid=512))
    folder = make_series(tmp_path / "in", 150)
    out = tmp_path / "o.csv"
    arguments = ("scan", folder, "--csv", out, "--model", "slow", "--workers", "1")
    process = _process(*arguments)
    partial = out.with_name("o.csv.partial")
    deadline = time.monotonic() + 60
    while not (partial.exists() and partial.stat().st_size > 1500):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    _, error = process.communicate(timeout=30)
    assert process.returncode == code
    assert "Traceback" not in error
    done = len(read_rows(out))
    assert 0 < done < 150
    assert main([*map(str, arguments), "--resume"]) == 0
    rows = lasting(read_rows(out))
    assert [r["path"] for r in rows] == [f"{n:03d}.dcm" for n in range(150)]


# --- models and doctor --------------------------------------------------------------------------


def test_models_lists_good_and_broken_folders(models: Path, capsys: Captured) -> None:
    broken = models / "broken"
    broken.mkdir()
    (broken / "manifest.json").write_text("{")
    assert main(["models"]) == 0
    text = capsys.readouterr().out
    assert "tiny 1.0.0" in text
    assert "broken\n  CANNOT BE USED: " in text
    assert main(["models", "--json"]) == 0
    problems = {m["id"]: m["problem"] for m in json.loads(capsys.readouterr().out)}
    assert problems["tiny"] is None
    assert problems["broken"]["code"] == "model_manifest_invalid"


def test_the_doctor_finds_nothing_on_a_sound_machine(capsys: Captured) -> None:
    code = main(["doctor"])
    text = capsys.readouterr().out
    assert code == 0, text
    for part in ("numpy", "RLE Lossless", "tiny 1.0.0", "ONNX Runtime", "golden answer"):
        assert part in text
    assert text.endswith("No problem found.\n")


def test_the_doctor_says_what_is_broken_and_checks_the_rest(
    models: Path, isolated_home: Path, capsys: Captured
) -> None:
    with (models / "tiny" / "golden.npz").open("ab") as stream:
        stream.write(b"\0")
    config = isolated_home / ".config" / "TumorView"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"unheard_of": 1}')
    assert main(["doctor"]) == ExitCode.FAILED
    text = capsys.readouterr().out
    assert "tiny: CANNOT BE USED" in text
    assert "unheard_of" in text
    assert "RLE Lossless" in text
    assert "Traceback" not in text


# --- whatever happens ---------------------------------------------------------------------------


@pytest.mark.allow_log("unexpectedly")
def test_the_unforeseen_is_one_sentence_and_its_place_is_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("Doe^Jane")

    monkeypatch.setattr("tumorview.cli.models.list_models", broken)
    assert main(["models"]) == ExitCode.FAILED
    error = capsys.readouterr().err
    assert "ZeroDivisionError" in error
    assert "Traceback" not in error
    assert len(error.splitlines()) == 1
    log = log_file().read_text(encoding="utf-8")
    assert "in broken" in log
    assert "Doe" not in log + error


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_names_without_utf8_are_printed_escaped_in_every_locale(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "Größe.txt").write_text("text")
    Path(os.fsdecode(os.fsencode(folder) + b"/odd\xff\x1b[2J.txt")).write_text("text")
    for locale in ("C", "C.UTF-8"):
        environment = dict(os.environ) | {
            "LC_ALL": locale,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        process = _process("scan", folder, "--csv", tmp_path / "o.csv", env=environment)
        _, error = process.communicate(timeout=60)
        assert process.returncode == 2
        assert "odd\\xff\\x1b[2J.txt: " in error
        assert "\x1b" not in error


def test_control_characters_of_a_name_are_escaped() -> None:
    assert shown("a\nb\x1b") == "a\\nb\\x1b"
    assert shown("Größe") == "Größe"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_is_no_error(unbuffered: str) -> None:
    process = _process("doctor", env={**os.environ, "PYTHONUNBUFFERED": unbuffered})
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_terminal_shows_a_bar_and_a_pipe_shows_lines(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - POSIX only

    folder = make_series(tmp_path / "in", 3)
    arguments = ["scan", str(folder), "--csv", str(tmp_path / "o.csv")]
    process = _process(*arguments)
    _, error = process.communicate(timeout=60)
    assert error == "3 files\n"

    parent, child = pty.openpty()
    code = subprocess.run(
        [sys.executable, "-m", "tumorview", *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=child,
        check=False,
        timeout=60,
    ).returncode
    assert select.select([parent], [], [], 10)[0], "nothing was drawn"
    shown_text = os.read(parent, 65536).decode()
    os.close(child)
    os.close(parent)
    assert code == 0
    assert "\r" in shown_text
    assert "files" in shown_text
