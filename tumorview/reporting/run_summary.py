"""What the rows of a scan come to: counts, kinds of failure, speed, spread of the probabilities.

It is made from the rows themselves, one at a time, so that it is true of a scan that went on after
a crash and needs no memory for a million of them. Nothing in it says whose images they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tumorview.reporting.csv_columns import RowStatus

HISTOGRAM_BINS = 20
_MOST_BINS = 240
_MODALITIES = frozenset(
    (
        "CR",
        "CT",
        "DX",
        "ES",
        "GM",
        "IVUS",
        "MG",
        "MR",
        "NM",
        "OCT",
        "OP",
        "OPT",
        "OT",
        "PT",
        "RF",
        "RG",
        "RTDOSE",
        "RTIMAGE",
        "SC",
        "SEG",
        "SM",
        "US",
        "XA",
        "XC",
    )
)
"""Defined terms of Modality (PS3.3 C.7.3.1.1.1) for objects with images."""


@dataclass(frozen=True, slots=True)
class SpeedBin:
    """`rows` rows were made in the `seconds` from `began` (ISO 8601, UTC)."""

    began: str
    seconds: int
    rows: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often a class's calibrated probability fell into each twentieth of 0 to 1."""

    class_id: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """Figures of a table.

    Attributes
    ----------
    files, rows, done, failed, skipped
        Numbers of files and of rows, and of rows by status.
    errors
        Rows by error code, of failures only.
    predicted, cautions, modalities, devices
        Rows by what stands in that column; an answer may have several cautions.
    mean_milliseconds
        Mean time of a frame's answer, without reading the file; None without any.
    speed
        When the rows were made, in order; times without rows are left out.
    histograms
        One a class.
    """

    files: int
    rows: int
    done: int
    failed: int
    skipped: int
    errors: Mapping[str, int]
    predicted: Mapping[str, int]
    cautions: Mapping[str, int]
    modalities: Mapping[str, int]
    devices: Mapping[str, int]
    mean_milliseconds: float | None
    speed: tuple[SpeedBin, ...]
    histograms: tuple[Histogram, ...]


class Summing:
    """Takes the rows of a table one by one.

    Parameters
    ----------
    header
        The table's headings.
    class_ids
        The model's classes in order.
    """

    def __init__(self, header: Sequence[str], class_ids: Sequence[str]) -> None:
        place = {name: number for number, name in enumerate(header)}
        self._path, self._status = place["path"], place["status"]
        self._error, self._modality = place["error_code"], place["modality"]
        self._predicted, self._cautions = place["predicted"], place["cautions"]
        self._device, self._milliseconds = place["device"], place["milliseconds"]
        self._timestamp = place["timestamp"]
        self._classes = tuple((class_id, place[f"p_{class_id}"]) for class_id in class_ids)
        self._last_path: str | None = None
        self._files = 0
        self._statuses: Counter[str] = Counter()
        self._errors: Counter[str] = Counter()
        self._answers: Counter[str] = Counter()
        self._warned: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._ran_on: Counter[str] = Counter()
        self._spent = 0.0
        self._timed = 0
        self._times = _Times()
        self._bins = [[0] * HISTOGRAM_BINS for _ in class_ids]

    def watched(self, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
        """The same rows, each of which is counted as it passes."""
        for row in rows:
            self.add(row)
            yield row

    def add(self, row: Sequence[str]) -> None:
        """Count one row of cells."""
        if row[self._path] != self._last_path:
            self._last_path = row[self._path]
            self._files += 1
        status = row[self._status]
        self._statuses[status] += 1
        self._times.add(row[self._timestamp])
        # The tag may hold anything in a bad file, a name too.
        modality = row[self._modality]
        if modality:
            self._kinds[modality if modality in _MODALITIES else "other"] += 1
        if status == RowStatus.FAILED:
            self._errors[row[self._error]] += 1
        if status != RowStatus.DONE:
            return
        self._answers[row[self._predicted]] += 1
        self._warned.update(filter(None, row[self._cautions].split(";")))
        self._ran_on[row[self._device]] += 1
        if row[self._milliseconds]:
            self._spent += float(row[self._milliseconds])
            self._timed += 1
        for (_, place), bins in zip(self._classes, self._bins, strict=True):
            if row[place]:
                bins[min(int(float(row[place]) * HISTOGRAM_BINS), HISTOGRAM_BINS - 1)] += 1

    def result(self) -> RunSummary:
        """What the rows so far come to."""
        return RunSummary(
            files=self._files,
            rows=self._statuses.total(),
            done=self._statuses[RowStatus.DONE],
            failed=self._statuses[RowStatus.FAILED],
            skipped=self._statuses[RowStatus.SKIPPED],
            errors=_most_first(self._errors),
            predicted=_most_first(self._answers),
            cautions=_most_first(self._warned),
            modalities=_most_first(self._kinds),
            devices=_most_first(self._ran_on),
            mean_milliseconds=self._spent / self._timed if self._timed else None,
            speed=self._times.result(),
            histograms=tuple(
                Histogram(class_id, tuple(bins))
                for (class_id, _), bins in zip(self._classes, self._bins, strict=True)
            ),
        )


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


class _Times:
    """Rows by the time that they were made; the bins widen so that there are never too many."""

    def __init__(self) -> None:
        self._width = 1
        self._counts: Counter[int] = Counter()

    def add(self, timestamp: str) -> None:
        second = int(datetime.fromisoformat(timestamp).timestamp())
        self._counts[second // self._width] += 1
        if len(self._counts) > _MOST_BINS:
            self._width *= 2
            wider: Counter[int] = Counter()
            for number, count in self._counts.items():
                wider[number // 2] += count
            self._counts = wider

    def result(self) -> tuple[SpeedBin, ...]:
        return tuple(
            SpeedBin(
                datetime.fromtimestamp(number * self._width, UTC).isoformat(),
                self._width,
                count,
            )
            for number, count in sorted(self._counts.items())
        )
