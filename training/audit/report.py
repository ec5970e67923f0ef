"""Findings and their evidence -> files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from training.audit.findings import Audit
from training.audit.page import render_page
from training.audit.prints import Prints
from training.audit.sheets import Couple, draw_sheet, png
from training.audit.twins import Counterpart, Twins, by_conflict, by_damage, one_a_cluster
from training.data.adapters.labels import label_name
from training.data.matching import TURNS, IntArray
from training.evaluation.files import write_whole

_SHEET_PAIRS = 24


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the findings were drawn from.

    Attributes
    ----------
    clusters
        int64[images], the joint group of each.
    counterparts
        Source -> the nearest training image of each of its official test images.
    """

    prints: Prints
    twins: Twins
    clusters: IntArray
    counterparts: dict[str, tuple[Counterpart, ...]]


def write_report(out: Path, audit: Audit, evidence: Evidence) -> None:
    """Write the files that `run_audit` names; raises RunError when one cannot be written."""
    prints, twins = evidence.prints, evidence.twins
    pictures = {
        name: _sheet(
            prints, twins, one_a_cluster(order, twins.pairs, evidence.clusters, _SHEET_PAIRS)
        )
        for name, order in (("twins.png", by_damage(twins)), ("conflicts.png", by_conflict(twins)))
    }
    page = render_page(audit, pictures["twins.png"], pictures["conflicts.png"])
    files = {
        "audit.json": msgspec.json.format(msgspec.json.encode(audit), indent=1) + b"\n",
        "audit.html": page.encode(),
        "pairs.csv": _pairs_table(prints, twins),
        "test_twins.csv": _counterparts_table(prints, evidence.counterparts),
        **{name: content for name, content in pictures.items() if content},
    }
    for name, content in files.items():
        write_whole(out / name, content)


def _sheet(prints: Prints, twins: Twins, chosen: Sequence[int]) -> bytes:
    if not chosen:
        return b""
    couples = []
    for index in chosen:
        first = prints.records[twins.pairs.first[index]]
        second = prints.records[twins.pairs.second[index]]
        kind = "pixel-equal" if twins.exact[index] else TURNS[twins.pairs.turn[index]]
        couples.append(
            Couple(
                first,
                second,
                (
                    first.image_id,
                    second.image_id,
                    f"{label_name(first)} / {label_name(second)}",
                    f"{twins.pairs.score[index]:.3f}, {kind}",
                ),
            )
        )
    return png(draw_sheet(couples))


def _pairs_table(prints: Prints, twins: Twins) -> bytes:
    rows = (
        (
            first.image_id,
            second.image_id,
            label_name(first),
            label_name(second),
            f"{score:.4f}",
            TURNS[turn],
            _word(exact),
            _word(same),
            _word(parts),
            _word(conflict),
        )
        for first, second, score, turn, exact, same, parts, conflict in zip(
            (prints.records[i] for i in twins.pairs.first.tolist()),
            (prints.records[i] for i in twins.pairs.second.tolist()),
            twins.pairs.score.tolist(),
            twins.pairs.turn.tolist(),
            twins.exact.tolist(),
            twins.same_group.tolist(),
            twins.across_parts.tolist(),
            twins.conflict.tolist(),
            strict=True,
        )
    )
    header = (
        "first,second,first_label,second_label,score,turn,exact,same_group,across_parts,conflict"
    )
    return _csv(header, rows)


def _counterparts_table(prints: Prints, counterparts: dict[str, tuple[Counterpart, ...]]) -> bytes:
    rows = (
        (
            prints.records[twin.test].image_id,
            prints.records[twin.training].image_id,
            f"{twin.score:.4f}",
            _word(twin.exact),
        )
        for found in counterparts.values()
        for twin in found
    )
    return _csv("test_image,nearest_training_image,score,exact", rows)


def _csv(header: str, rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue().encode()


def _word(value: bool) -> str:
    return "yes" if value else "no"
