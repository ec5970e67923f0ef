"""Hunt for faults of the reader with a fuzzer that is guided by coverage.

``python -m tests.fuzz [--seconds N] [--corpus DIR] [--target NAME ...]`` shares the time out among
the targets, one after the other, and writes DIR/report.json. DIR/corpus is kept: the next run goes
on from there. Needs atheris: ``pip install atheris``.

Exits with 1 when it has found something.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path

from tests.fuzz.campaign import Campaign
from tests.fuzz.targets import TARGETS

_DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "runs" / "fuzz"


def main() -> int:
    """Fuzz, report."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="for all targets together")
    parser.add_argument("--corpus", type=Path, default=_DEFAULT_FOLDER, metavar="DIR")
    parser.add_argument("--target", nargs="+", choices=sorted(TARGETS), default=list(TARGETS))
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris is not installed (pip install atheris)")
    # A file system in memory where there is one: each input is written to a file.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as scratch:
        campaign = Campaign(options.corpus.resolve(), Path(scratch))
        for target in options.target:
            _say(f"{target}: fuzzing")
            _say(str(campaign.fuzz(target, options.seconds // len(options.target))))
        report = campaign.report(options.target)
    for finding in report["findings"]:
        _say(f"{finding['target']}: {finding['kind']}: {finding['signature']} ({finding['input']})")
    _say(str(options.corpus / "report.json"))
    return 1 if report["findings"] else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
