"""The greys on the screen are those of PS3.3 C.11 and, where it follows it, those of dcmtk.

`tests.rendering.standard` works the standard's own formulas out in float64; dcmtk's `dcm2pnm` is
run as a program. ``python -m tests.rendering`` writes what is measured here as a table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.pixel_truth import dcmtk
from tests.rendering import tables
from tests.rendering.cases import Deviation, all_cases, ramp
from tests.rendering.measure import (
    WITHIN,
    Distance,
    measured,
    measured_series,
    series_files,
)
from tests.rendering.standard import Table, Window, rendered

HALF_A_GREY = 0.5 + 1e-3
"""Rounding to the nearest grey, and what single precision adds."""
UPPER_BITS = 1.0
"""Of colours of more than 8 bits the upper 8 are taken."""

needs_dcmtk = pytest.mark.skipif(
    not dcmtk.version(), reason="dcmtk's programs are not installed (CONTRIBUTING.md, Hunting)"
)
every_group = pytest.mark.parametrize("group", dict.fromkeys(case.group for case in all_cases()))


@pytest.fixture(scope="module")
def of_group(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Distance]]:
    """What was measured of the cases of a group, each measured once."""
    folder = tmp_path_factory.mktemp("rendering")
    found: dict[str, list[Distance]] = {}

    def measure(group: str) -> list[Distance]:
        if group not in found:
            found[group] = [measured(c, folder) for c in all_cases() if c.group == group]
        return found[group]

    return measure


@every_group
def test_greys_are_the_nearest_to_what_the_standards_formula_gives(
    of_group: Callable[[str], list[Distance]], group: str
) -> None:
    tolerance = UPPER_BITS if group == "PALETTE COLOR" else HALF_A_GREY
    for one in of_group(group):
        assert one.standard <= tolerance, one.case.name


@needs_dcmtk
@every_group
def test_greys_are_those_of_dcmtk_or_the_reason_is_written_down(
    of_group: Callable[[str], list[Distance]], group: str
) -> None:
    for one in of_group(group):
        assert one.dcmtk is not None
        assert one.dcmtk <= WITHIN or one.case.dcmtk_deviates is not None, one.case.name


@needs_dcmtk
def test_every_deviation_of_dcmtk_is_still_needed(
    of_group: Callable[[str], list[Distance]],
) -> None:
    groups = dict.fromkeys(case.group for case in all_cases() if case.dcmtk_deviates)
    needed = {
        one.case.dcmtk_deviates
        for group in groups
        for one in of_group(group)
        if one.dcmtk is not None and one.dcmtk > WITHIN
    }
    assert needed == set(Deviation)


@pytest.mark.shared_data
@pytest.mark.timeout(600)
@needs_dcmtk
@pytest.mark.parametrize(
    "folder", ["ct_head_ge", "mr_pd_oblique", "ct_head_philips_summaries", "oddities"]
)
def test_real_series_have_the_greys_of_dcmtk(
    shared_data: Path, tmp_path: Path, folder: str
) -> None:
    paths = series_files(shared_data / "dicom" / folder)
    # Of a long series its ends and its middle; `python -m tests.rendering` takes every image.
    few = paths if len(paths) <= 3 else [paths[0], paths[len(paths) // 2], paths[-1]]
    found = list(measured_series(few, tmp_path))
    assert found
    for one in found:
        assert one.dcmtk <= WITHIN, (one.path.name, one.window)


def test_the_comparison_sees_a_window_that_is_off_by_two_values(tmp_path: Path) -> None:
    case = next(c for c in all_cases() if c.name == "LINEAR, width 80")
    shifted = replace(case, tags=case.tags | {"WindowCenter": case.tags["WindowCenter"] + 2})
    assert measured(case, tmp_path).standard <= HALF_A_GREY
    assert measured(shifted, tmp_path).standard > WITHIN


def test_the_formulas_give_the_numbers_that_can_be_worked_out_by_hand() -> None:
    x = np.array([[-10.0, 0.0, 40.0, 79.0, 80.0, 200.0]])
    # c = 40, w = 80: x <= 0 is black, x > 79 is white, 40 is (0.5 / 79 + 0.5) of white.
    linear = rendered(x, (1.0, 0.0), Window(40, 80))
    np.testing.assert_allclose(linear, [[0, 0, 255 * (0.5 / 79 + 0.5), 255, 255, 255]])
    exact = rendered(x, (1.0, 0.0), Window(40, 80, "LINEAR_EXACT"))
    np.testing.assert_allclose(exact, [[0, 0, 127.5, 255 * 79 / 80, 255, 255]])
    sigmoid = rendered(x, (1.0, 0.0), Window(40, 80, "SIGMOID"))
    assert sigmoid[0, 2] == 127.5
    assert sigmoid[0, 1] == pytest.approx(255 / (1 + np.e**2))
    table = Table((0, 15, 3), 39, 4)
    assert rendered(x, (1.0, 0.0), table)[0].tolist() == [0, 0, 255, 51, 51, 51]
    assert rendered(x, table, Window(8, 16), inverted=True)[0, 2] == 0


def test_a_ramp_holds_every_value_once() -> None:
    values = np.sort(ramp(12, signed=True).ravel())
    np.testing.assert_array_equal(values, np.arange(-2048, 2048))


def test_the_table_names_what_is_apart_and_why() -> None:
    case = next(c for c in all_cases() if c.dcmtk_deviates is Deviation.NO_LINEAR_EXACT)
    other = replace(case, name="other", dcmtk_deviates=None)
    said = tables.case_table([Distance(case, 0.5, 3.0), Distance(other, 0.25, 1.0)])
    letter = tables.letters()[Deviation.NO_LINEAR_EXACT]
    assert said.splitlines()[-1] == f"| {case.group} | 2 | 0.50 | 1 of 2 ({letter}) |"
    assert tables.case_table([Distance(case, 0.5, None)]).endswith("| not measured |")
