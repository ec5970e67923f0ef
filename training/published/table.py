"""Finished runs of both protocols side by side, as the Markdown table of docs/RESULTS.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.published.protocols import PROTOCOLS
from training.published.result import PartResult, RunResult, read_result

_HEAD = (
    "| system | published | trunk here | "
    + " | ".join(f"{protocol} protocol here" for protocol in PROTOCOLS)
    + " | commands |"
)


def side_by_side(runs: Sequence[Path]) -> str:
    """One row for each system and trunk, a column for each protocol; raises RunError.

    Of two runs with the same system, trunk and protocol the later one counts.
    """
    rows: dict[tuple[str, str], dict[str, RunResult]] = {}
    for run in runs:
        result = read_result(run)
        key = (result.run.recipe, result.run.trunk or "")
        rows.setdefault(key, {})[result.run.protocol] = result
    lines = [_HEAD, "|---" * (4 + len(PROTOCOLS)) + "|"]
    for (recipe, trunk), found in sorted(rows.items()):
        one = next(iter(found.values()))
        cells = [recipe, one.claim, trunk or "none"]
        cells += [_figures(found[p]) if p in found else "not run" for p in PROTOCOLS]
        cells.append("; ".join(f"`{found[p].run.command}`" for p in PROTOCOLS if p in found))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _figures(result: RunResult) -> str:
    words = [_part("test", result.test), _part("validation", result.validation)]
    if result.remark:
        words.append(result.remark)
    return ". ".join(words)


def _part(name: str, part: PartResult) -> str:
    accuracy = next(value for value in part.values if value.name == "accuracy")
    text = f"{name}: accuracy {accuracy.value:.3f}"
    if accuracy.interval95 is not None:
        text += f" ({accuracy.interval95[0]:.3f} to {accuracy.interval95[1]:.3f})"
    text += f", macro-F1 {part.value('macro_f1'):.3f}"
    text += f", cross-entropy {part.value('cross_entropy'):.3f}"
    leaked = f"LEAKED {part.leak.shared} of" if part.leak.leaked else "no leak,"
    return f"{text}; {leaked} {part.leak.images} images"
