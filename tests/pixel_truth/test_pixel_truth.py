"""TumorView's pixels are those of dcmtk and of SimpleITK, or the reason is written down."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from tests import conformance
from tests.dicom_factory import make_dataset, save
from tests.pixel_truth import compare, dcmtk, sitk, tables
from tests.pixel_truth.__main__ import groups
from tests.pixel_truth.decoded import Decoded, Meaning, Pictures, Refusal
from tests.pixel_truth.flat import read_flat, read_ppm
from tests.pixel_truth.measure import NAMES, dicom_files, measured, present
from tests.pixel_truth.reasons import REASONS, reason_for
from tests.pixel_truth.verdict import AGREEING, Outcome, verdict

needs_dcmtk = pytest.mark.skipif(
    not dcmtk.version(), reason="dcmtk's programs are not installed (CONTRIBUTING.md, Hunting)"
)
needs_sitk = pytest.mark.skipif(
    not sitk.version(), reason="SimpleITK is not installed (CONTRIBUTING.md, Hunting)"
)
# One of each compression and of each way to lay pixels out; the slow test takes all.
A_FEW = [
    *("MR_small.dcm", "MR_small_bigendian.dcm", "MR_small_RLE.dcm", "rtdose_expb.dcm"),
    *("MR_small_jpeg_ls_lossless.dcm", "JPGExtended.dcm", "SC_rgb_jpeg_gdcm.dcm"),
    *("SC_rgb_dcmtk_+eb+cy+np.dcm", "SC_ybr_full_422_uncompressed.dcm", "liver_1frame.dcm"),
    *("examples_palette.dcm", "image_dfl.dcm"),
]


def few() -> list[Path]:
    return [conformance.TEST_FILES / name for name in A_FEW]


@needs_dcmtk
@pytest.mark.parametrize("name", A_FEW)
def test_the_pixels_are_those_of_dcmtk(tmp_path: Path, name: str) -> None:
    path = conformance.TEST_FILES / name
    found = verdict(compare.read(path), dcmtk.decode(path, tmp_path / "dcmtk"))
    assert found.outcome in {Outcome.EQUAL, Outcome.WITHIN}, found.phrase


@needs_sitk
def test_the_pixels_are_those_of_simpleitk(tmp_path: Path) -> None:
    paths = [*few(), conformance.TEST_FILES / "JPEG2000.dcm"]
    answers = sitk.decode_all(paths, tmp_path / "sitk")
    found = {path.name: verdict(compare.read(path), answers[path]).phrase for path in paths}
    assert found == dict.fromkeys(found, "equal")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tables.Verdicts:
    missing = [name for name in NAMES if name not in present()]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (CONTRIBUTING.md, Hunting)")
    paths = sorted(conformance.TEST_FILES.glob("*.dcm"))
    return measured(paths, tmp_path_factory.mktemp("truth"))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_disagreement_about_pydicoms_files_has_a_reason(everything: tables.Verdicts) -> None:
    unexplained = [
        f"{path.name}, {name}: {one.phrase}"
        for path, found in everything.items()
        for name, one in found.items()
        if not one.agrees and reason_for(name, path.name) is None
    ]
    assert unexplained == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_reason_is_still_needed(everything: tables.Verdicts) -> None:
    by_name = {path.name: found for path, found in everything.items()}
    stale = [
        f"{reason.decoder}: {name}"
        for reason in REASONS
        for name in reason.files
        if by_name[name][reason.decoder].agrees
    ]
    assert stale == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_document_says_what_is_measured(everything: tables.Verdicts) -> None:
    text = conformance.DOCUMENT.read_text(encoding="utf-8")
    reasons = tables.reasons_list(present())
    if reasons.splitlines()[0] not in text:
        pytest.skip(f"the table was made with other versions than these: {present()}")
    assert reasons in text, "run: python -m tests.pixel_truth"
    assert conformance.measured_cells(text) == tables.cells(everything)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.shared_data
def test_real_series_are_read_as_others_read_them(shared_data: Path, tmp_path: Path) -> None:
    if len(present()) < len(NAMES):
        pytest.skip(f"of {NAMES} only {present()} is installed (CONTRIBUTING.md, Hunting)")
    found = measured(dicom_files(shared_data / "dicom"), tmp_path)
    said = [one.outcome for by_decoder in found.values() for one in by_decoder.values()]
    assert set(said) <= AGREEING
    assert said.count(Outcome.EQUAL) > 100


def test_the_document_lacks_no_cell(checkout: Path) -> None:
    text = (checkout / "docs" / "CONFORMANCE.md").read_text(encoding="utf-8")
    cells = conformance.measured_cells(text)
    assert set(cells) == {path.name for path in conformance.TEST_FILES.glob("*.dcm")}
    assert [name for name, said in cells.items() if "unexplained" in str(said)] == []
    assert "not measured" not in text


def test_a_reason_names_each_file_once() -> None:
    pairs = [(reason.decoder, name) for reason in REASONS for name in reason.files]
    assert len(pairs) == len(set(pairs))
    assert {name for _, name in pairs} <= {p.name for p in conformance.TEST_FILES.glob("*.dcm")}


def test_no_folder_of_a_patient_or_study_is_named(tmp_path: Path) -> None:
    path = save(make_dataset(np.zeros((2, 2), np.uint8)), tmp_path / "a/b/Doe^Jane/c/x.dcm")
    labels = {label for label, paths in groups(tmp_path) if path in paths}
    assert labels == {"real series: a/b"}


# --- the parts of the comparison -----------------------------------------------------------------


def gray(*frames: list[list[int]], count: int | None = None) -> Pictures:
    arrays = tuple(np.array(frame) for frame in frames)
    return Pictures(Meaning.STORED, arrays, len(arrays) if count is None else count)


def reading(*frames: list[list[int]], tolerance: int = 0) -> compare.Reading:
    arrays = tuple(np.array(frame, np.int16) for frame in frames)
    return compare.Reading("", len(arrays), arrays, arrays, tolerance)


@pytest.mark.parametrize(
    ("mine", "other", "phrase"),
    [
        (reading([[1, 2]]), gray([[1, 2]]), "equal"),
        (reading([[1, 2]]), gray([[1, 3]]), "differs by 1 in 50% of the samples"),
        (reading([[1, 2]], tolerance=1), gray([[1, 3]]), "within 1"),
        (reading([[1, 2]], tolerance=1), gray([[1, 4]]), "differs by 2 in 50% of the samples"),
        (reading([[1]], [[2]]), gray([[1]], [[9]]), "differs by 7 in 50% of the samples"),
        (reading([[1]], [[2]]), gray([[1]]), "equal in its 1 of 2 frames"),
        (reading([[1, 2]]), gray([[1], [2]]), "differs: another size or kind of picture"),
        (reading([[1, 2]]), Refusal("no"), "cannot read"),
        (compare.Reading("truncated_file"), gray([[1]]), "reads it"),
    ],
)
def test_a_verdict_says_how_far_two_readings_lie_apart(
    mine: compare.Reading, other: Decoded, phrase: str
) -> None:
    found = verdict(mine, other)
    assert found.phrase == phrase
    assert found.agrees == (phrase in {"equal", "within 1"})


def test_two_refusals_agree_and_one_does_not() -> None:
    refused = compare.Reading("no_pixel_data")
    assert verdict(refused, Refusal("none", has_pixels=False)).outcome is Outcome.NO_PIXELS
    assert verdict(refused, Refusal("broken")).agrees
    assert not verdict(reading([[1]]), Refusal("broken")).agrees


def test_an_uncompressed_file_is_read_flat(tmp_path: Path) -> None:
    pixels = np.array([[-2048, -1, 0], [1, 5, 2047]], np.int16)
    ds = make_dataset(pixels & 0x0FFF, BitsStored=12, PixelRepresentation=1)
    found = read_flat(save(ds, tmp_path / "a.dcm"))
    assert found is not None
    np.testing.assert_array_equal(found.frames()[0], pixels)


def test_a_file_without_pixels_is_flat_nothing(tmp_path: Path) -> None:
    ds = make_dataset(np.zeros((2, 2), np.uint8))
    del ds.PixelData
    assert read_flat(save(ds, tmp_path / "a.dcm")) is None


def test_a_ppm_may_begin_with_what_looks_like_a_space(tmp_path: Path) -> None:
    path = tmp_path / "a.ppm"
    path.write_bytes(b"P6\n1 2\n255\n" + struct.pack("6B", 32, 10, 13, 1, 2, 3))
    assert read_ppm(path).tolist() == [[[32, 10, 13]], [[1, 2, 3]]]


def test_a_decoder_that_dies_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(
        "import os, sys\n"
        "for line in sys.stdin:\n"
        "    number, path = line.rstrip().split('\\t')\n"
        "    if path == 'bad':\n"
        "        os._exit(3)\n"
        "    open(f'{sys.argv[1]}/{number}.txt', 'w').write('words of ' + path)\n"
    )
    monkeypatch.setattr(sitk, "_WORKER", worker)
    paths = [Path("one"), Path("bad"), Path("two")]
    answers = sitk.decode_all(paths, tmp_path / "out")
    assert answers[paths[0]] == Refusal("words of one")
    assert answers[paths[2]] == Refusal("words of two")
    refused = answers[paths[1]]
    assert isinstance(refused, Refusal)
    assert "ended with 3" in refused.reason
