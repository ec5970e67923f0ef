"""Runs of the engine over one folder, and the report of what they did.

The folder holds ``seeds/TARGET`` (drawn anew each time), ``corpus/TARGET`` (what libFuzzer found
worth keeping), ``findings/TARGET`` and ``report.json``.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from tests.fuzz import seeds
from tests.fuzz.minimise import minimise
from tests.fuzz.targets import PIECE_NUMBERS, TARGETS, small_limits
from tests.fuzz.verdict import judge, name_of

LARGEST = 12288
"""Bytes of an input."""

GROWTH_MIB = 200.0
"""By which a process may grow after its first inputs; the corpus in memory is far less."""

_PROGRESS = re.compile(rb"^#\d+\s+\S+\s+cov: (\d+) ft: (\d+)", re.MULTILINE)
_DONE = re.compile(rb"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
_COUNT = re.compile(rb"^#(\d+)\s", re.MULTILINE)
_PEAK = re.compile(rb"^stat::peak_rss_mb:\s*(\d+)", re.MULTILINE)


class Run(msgspec.Struct):
    """What one target's engine did, summed over its restarts.

    `edges` and `features` are libFuzzer's own counts at the end, of instrumented Python code.
    `outcomes` says how inputs ended; `decoder_crashed` and `decode_timeout` are ends of a process
    apart, and allowed.
    """

    target: str
    seconds: float = 0.0
    executions: int = 0
    edges: int = 0
    features: int = 0
    corpus_files: int = 0
    outcomes: dict[str, int] = {}
    slowest_cpu_seconds: float = 0.0
    warm_mib: float = 0.0
    largest_mib: float = 0.0
    peak_rss_mib: int = 0
    restarts: int = 0


class Campaign:
    """Fuzzing into one folder."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self._folder = folder
        self._scratch = scratch
        self._runs: list[Run] = []

    def fuzz(self, target: str, seconds: int) -> Run:
        """Run the engine on one target; one that ends early is started again."""
        seeds_folder, corpus, findings = (
            self._folder / kind / target for kind in ("seeds", "corpus", "findings")
        )
        for folder in (seeds_folder, corpus, findings):
            folder.mkdir(parents=True, exist_ok=True)
        for data in _seeds(target):
            (seeds_folder / name_of(data)).write_bytes(data)
        self._forget_mended(target)
        run = Run(target)
        begun = time.monotonic()
        while (left := seconds - (time.monotonic() - begun)) >= 1:
            self._run_engine(run, (seeds_folder, corpus, findings), round(left))
            if time.monotonic() - begun < seconds - 2:
                run.restarts += 1
                if run.restarts > 20:
                    raise RuntimeError(f"the engine does not run; see {self._log(target)}")
        run.seconds = round(time.monotonic() - begun, 1)
        run.corpus_files = sum(1 for _ in corpus.iterdir())
        self._runs.append(run)
        return run

    def report(self, targets: list[str]) -> dict[str, Any]:
        """Write and return the report: runs of this time, and all findings in the folder."""
        made: dict[str, Any] = {
            "atheris": importlib.metadata.version("atheris"),
            "python": platform.python_version(),
            "pydicom": importlib.metadata.version("pydicom"),
            "runs": [msgspec.to_builtins(run) for run in self._runs],
            "findings": [found for target in targets for found in self._findings(target)],
        }
        made["findings"] += [
            {"target": run.target, "kind": "memory", "signature": "growth", "input": ""}
            for run in self._runs
            if run.warm_mib and run.largest_mib - run.warm_mib > GROWTH_MIB
        ]
        text = json.dumps(made, indent=1)
        (self._folder / "report.json").write_text(text + "\n", encoding="utf-8")
        return made

    def _log(self, target: str) -> Path:
        return self._folder / f"{target}.log"

    def _run_engine(self, run: Run, folders: tuple[Path, Path, Path], seconds: int) -> None:
        seeds_folder, corpus, findings = folders
        state = findings / "state.json"
        state.unlink(missing_ok=True)
        command = [
            *(sys.executable, "-m", "tests.fuzz.engine", run.target, str(findings)),
            *(str(self._scratch / f"{run.target}.bin"), str(seeds_folder), str(seconds)),
            *(f"-max_len={LARGEST}", "-mutate_depth=3"),
            *(
                "-print_final_stats=1",
                "-report_slow_units=1000",
                "-rss_limit_mb=4096",
                f"-artifact_prefix={findings}/",
            ),
            *(str(corpus), str(seeds_folder)),
        ]
        with self._log(run.target).open("w+b") as log:
            subprocess.run(command, stdout=log, stderr=log, check=False)
            log.seek(0)
            said = log.read()
        if state.exists():
            _add(run, said, json.loads(state.read_text(encoding="utf-8")))

    def _forget_mended(self, target: str) -> None:
        """Leave out findings of earlier runs that their inputs do not show any more."""
        for about in _abouts(self._folder / "findings" / target):
            signature = json.loads(about.read_text(encoding="utf-8"))["signature"]
            if not self._shows(target, about.with_suffix(".bin").read_bytes(), signature):
                for path in about.parent.glob(f"{about.stem}.*"):
                    path.unlink()

    def _findings(self, target: str) -> list[dict[str, Any]]:
        folder = self._folder / "findings" / target
        found = []
        for about in _abouts(folder):
            finding = json.loads(about.read_text(encoding="utf-8"))
            data = about.with_suffix(".bin").read_bytes()
            smaller = self._minimised(target, data, finding["signature"])
            about.with_suffix(".min").write_bytes(smaller)
            sizes = {"input_bytes": len(data), "minimised_bytes": len(smaller)}
            found.append({"target": target, **finding, "input": about.stem, **sizes})
        # What libFuzzer itself saves: the process ended, hung beyond its alarm, or grew too large.
        for kind in ("crash", "timeout", "oom"):
            found += [
                {"target": target, "kind": kind, "signature": kind, "input": path.name}
                for path in sorted(folder.glob(f"{kind}-*"))
            ]
        return found

    def _minimised(self, target: str, data: bytes, signature: str) -> bytes:
        return minimise(data, lambda candidate: self._shows(target, candidate, signature))

    def _shows(self, target: str, data: bytes, signature: str) -> bool:
        with small_limits():
            finding = judge(TARGETS[target], data, self._scratch / "shown.bin").finding
        return finding is not None and finding.signature == signature


def _abouts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if path.name != "state.json")


def _seeds(target: str) -> list[bytes]:
    if target == "pieces":
        return seeds.piece_seeds(PIECE_NUMBERS)
    return seeds.raster_seeds() if target == "raster" else seeds.dicom_seeds()


def _add(run: Run, said: bytes, state: dict[str, Any]) -> None:
    progress = _PROGRESS.findall(said)
    if progress:
        run.edges, run.features = (int(number) for number in progress[-1])
    done, counts, peak = _DONE.findall(said), _COUNT.findall(said), _PEAK.findall(said)
    run.executions += int((done or counts or [b"0"])[-1])
    run.peak_rss_mib = max(run.peak_rss_mib, int((peak or [b"0"])[-1]))
    for outcome, number in state["outcomes"].items():
        run.outcomes[outcome] = run.outcomes.get(outcome, 0) + number
    run.slowest_cpu_seconds = max(run.slowest_cpu_seconds, state["slowest_seconds"])
    run.warm_mib, run.largest_mib = state["warm_mib"], state["largest_mib"]
