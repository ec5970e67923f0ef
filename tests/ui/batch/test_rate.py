from __future__ import annotations

import pytest

from tumorview.ui.batch.rate import RateMeter, duration_text


def test_nothing_is_said_of_the_time_before_something_is_known() -> None:
    meter = RateMeter(100.0, done=50)
    assert meter.text(100) == "— files/s · — left"
    meter.update(104.0, 60)
    assert meter.files_per_second is None
    meter.update(120.0, 50)
    assert meter.remaining_seconds(100) is None


def test_files_of_an_earlier_scan_are_not_counted_as_speed() -> None:
    meter = RateMeter(100.0, done=50)
    meter.update(110.0, 70)
    assert meter.files_per_second == pytest.approx(2.0)
    assert meter.remaining_seconds(100) == pytest.approx(15.0)
    assert meter.text(100) == "2.0 files/s · about 15 s left"


def test_the_estimate_follows_the_last_two_minutes() -> None:
    meter = RateMeter(0.0)
    for second in range(1, 601):
        meter.update(second, second)
    for second in range(1, 131):
        meter.update(600.0 + second, 600 + 10 * second)
    assert meter.files_per_second == pytest.approx(10.0, rel=0.05)


def test_a_pause_is_not_counted() -> None:
    meter = RateMeter(0.0)
    meter.update(10.0, 20)
    meter.pause(10.0)
    meter.update(11.0, 21)
    meter.resume(1000.0)
    meter.update(1010.0, 40)
    assert meter.files_per_second == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (7260, "2 h 01 min"),
    ],
)
def test_durations_get_coarser_the_longer_they_are(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text
