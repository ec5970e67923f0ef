"""One target under atheris, in a process of its own: ``python -m tests.fuzz.engine TARGET ...``.

libFuzzer ends the process that it runs in, so `tests.fuzz` starts one of these a target. Findings
do not end it: each new one is saved, and the search goes on behind it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import atheris

_BEGUN = time.monotonic()  # instrumenting takes its time

# Tables, and what the reader never calls: nothing to learn there.
_LEFT_OUT = (
    *("_dicom_dict", "_private_dict", "_uid_dict", "_version", "cli", "env_info", "examples"),
    *("fileset", "jsonrep", "overlays", "pixel_data_handlers", "pixels", "sr", "util", "waveforms"),
)


def _left_out() -> list[str]:
    """Names of all modules of pydicom that are not instrumented; none of them is imported here."""
    spec = importlib.util.find_spec("pydicom")
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    names = [path.relative_to(root).with_suffix("").parts for path in root.rglob("*.py")]
    return [
        ".".join(("pydicom", *parts)).removesuffix(".__init__")
        for parts in names
        if parts[0] in _LEFT_OUT
    ]


# Before anything imports the reader.
with atheris.instrument_imports(["tumorview", "pydicom"], _left_out()):
    from tests.fuzz import dicom_mutator, raster_mutator
    from tests.fuzz.targets import TARGETS, Target, small_limits
    from tests.fuzz.verdict import judge, name_of, resident_mib

if TYPE_CHECKING:
    from tests.fuzz.verdict import Finding

WARM = 2000
"""Inputs after which the process has all that it needs, and should grow no more."""

_WRITE_SECONDS = 2.0


class Ledger:
    """What came of the inputs, kept on disk: the process may end at any time.

    `state.json` holds counts, `FINDING.json` and `FINDING.bin` one finding with its input.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._outcomes: Counter[str] = Counter()
        self._slowest = 0.0
        self._warm_mib = 0.0
        self._largest_mib = 0.0
        known = [path for path in folder.glob("*.json") if path.name != "state.json"]
        self._known = {json.loads(p.read_text(encoding="utf-8"))["signature"] for p in known}
        self._written = 0.0

    def add(self, outcome: str, seconds: float) -> None:
        """Count one input."""
        self._outcomes[outcome] += 1
        self._slowest = max(self._slowest, seconds)
        count = self._outcomes.total()
        if count == WARM:
            self._warm_mib = resident_mib()
        if time.monotonic() - self._written > _WRITE_SECONDS:
            self._largest_mib = max(self._largest_mib, resident_mib())
            self._write()

    def keep(self, finding: Finding, data: bytes) -> None:
        """Save a finding, unless one of its kind is there."""
        if finding.signature in self._known:
            return
        self._known.add(finding.signature)
        name = name_of(finding.signature.encode())
        (self._folder / f"{name}.bin").write_bytes(data)
        about = {"kind": finding.kind, "signature": finding.signature, "details": finding.details}
        (self._folder / f"{name}.json").write_text(json.dumps(about, indent=1), encoding="utf-8")

    def _write(self) -> None:
        self._written = time.monotonic()
        state = {
            "outcomes": dict(self._outcomes),
            "slowest_seconds": round(self._slowest, 3),
            "warm_mib": round(self._warm_mib, 1),
            "largest_mib": round(self._largest_mib, 1),
        }
        whole = self._folder / "state.new"
        whole.write_text(json.dumps(state), encoding="utf-8")
        whole.replace(self._folder / "state.json")


def _mutator(name: str, seeds: list[bytes]) -> Callable[[bytes, int, int], bytes]:
    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if name == "pieces":
            return atheris.Mutate(data, most)
        change = raster_mutator.mutate if name == "raster" else dicom_mutator.mutate
        return change(data, most, random, _mutate_bytes, seeds)

    return mutate


def _mutate_bytes(data: bytes, most: int) -> bytes:
    # libFuzzer needs something to change.
    return atheris.Mutate(data or b"\0", max(most, 1))


def main() -> None:
    """Fuzz one target until the time is over; never returns."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("folder", type=Path, help="for findings and counts")
    parser.add_argument("scratch", type=Path, help="file that each input is written to")
    parser.add_argument("seeds", type=Path)
    parser.add_argument("seconds", type=float, help="since the process began")
    parser.add_argument("libfuzzer", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    seeds = [path.read_bytes() for path in sorted(options.seeds.iterdir())]
    ledger = Ledger(options.folder)
    target: Target = TARGETS[options.target]

    def one_input(data: bytes) -> None:
        verdict = judge(target, data, options.scratch)
        ledger.add(verdict.outcome, verdict.seconds)
        if verdict.finding is not None:
            ledger.keep(verdict.finding, data)

    left = max(1, round(options.seconds - (time.monotonic() - _BEGUN)))
    # Python that computes for too long is a finding of `judge`; this one is for what it cannot
    # interrupt, and goes by the clock, on a machine that may be busy.
    limits = (f"-max_total_time={left}", "-timeout=1200")
    with small_limits():
        atheris.Setup(
            [sys.argv[0], *limits, *options.libfuzzer],
            one_input,
            custom_mutator=_mutator(options.target, seeds),
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
