"""All benchmarks, and a table of what was measured against what is wanted.

    python -m benchmarks [--quick] [--large] [--json FILE]

The figures are ratios within one run, so that they say the same on a fast and a slow machine. They
are figures, not tests: a target that is missed does not change the exit code.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    bench_analyze,
    bench_decode,
    bench_engine,
    bench_growth,
    bench_heatmap,
    bench_scan,
)
from benchmarks.common import Result
from tumorview.machine import available_cores


def _stall(*, quick: bool) -> list[Result]:
    # A window that nobody has to see; Qt reads this when it is imported.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks import bench_stall  # noqa: PLC0415 - Qt only when it is this one's turn

    return bench_stall.run(40 if quick else 200)


def _scroll(*, quick: bool) -> list[Result]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks import bench_scroll  # noqa: PLC0415 - Qt only when it is this one's turn

    return bench_scroll.run(100 if quick else 300)


def _queue(*, quick: bool) -> list[Result]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks import bench_queue  # noqa: PLC0415 - Qt only when it is this one's turn

    return bench_queue.run(100_000 if quick else 1_000_000)


def _scaling(*, quick: bool) -> list[Result]:
    from benchmarks import bench_scaling  # noqa: PLC0415 - needs an extra

    return bench_scaling.run(60 if quick else 300, 5_000 if quick else 50_000)


_BENCHMARKS: dict[str, Callable[[bool], list[Result]]] = {
    "heatmap": lambda quick: bench_heatmap.run(100 if quick else 300),
    "engine": lambda quick: bench_engine.run(10 if quick else 40),
    "decode": lambda quick: bench_decode.run(20 if quick else 60, 2 if quick else 5),
    "analyze": lambda quick: bench_analyze.run(1 if quick else 3),
    "scan": lambda quick: bench_scan.run(100 if quick else 600, 1 if quick else 3, keras=not quick),
    "stall": lambda quick: _stall(quick=quick),
    "scroll": lambda quick: _scroll(quick=quick),
    "queue": lambda quick: _queue(quick=quick),
    "scaling": lambda quick: _scaling(quick=quick),
    "growth": lambda quick: bench_growth.run(
        bench_growth.QUICK_SIZES if quick else bench_growth.SIZES
    ),
}


def _table(results: Sequence[Result]) -> str:
    rows = [("", "measured", "target", "")]
    for result in results:
        sign = ">=" if result.at_least else "<="
        rows.append(
            (
                result.name,
                f"{result.measured:.2f}",
                f"{sign} {result.target:g} {result.unit}",
                "reached" if result.reached else "MISSED",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"{name:<{widths[0]}}  {measured:>{widths[1]}}  {target:<{widths[2]}}  {verdict}".rstrip()
        for name, measured, target, verdict in rows
    )


def main() -> int:
    """Run, print the table, and write the details as JSON where asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    parser.add_argument("--large", action="store_true", help="growth: with 100,000 files")
    parser.add_argument("--json", type=Path, help="write all figures with their details there")
    parser.add_argument("only", nargs="*", metavar="NAME", help=f"of {', '.join(_BENCHMARKS)}")
    options = parser.parse_args()
    unknown = set(options.only) - set(_BENCHMARKS)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    if options.large:
        _BENCHMARKS["growth"] = lambda _quick: bench_growth.run(bench_growth.LARGE_SIZES)
    results: list[Result] = []
    broken = 0
    for name in options.only or _BENCHMARKS:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            results += _BENCHMARKS[name](options.quick)
        except Exception as error:  # noqa: BLE001 - the others still have something to say
            broken += 1
            print(f"{name} could not be measured: {type(error).__name__}: {error}", file=sys.stderr)
    print(f"{platform.machine()}, {available_cores()} cores, Python {platform.python_version()}")
    print(_table(results))
    if options.json is not None:
        texts = [json.loads(result.as_json()) for result in results]
        options.json.write_text(json.dumps(texts, indent=2) + "\n", encoding="utf-8")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
