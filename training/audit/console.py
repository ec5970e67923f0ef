"""An audit as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from training.audit.findings import Audit


def audit_lines(audit: Audit) -> Iterator[str]:
    """The findings, one table after the other."""
    yield from _table(
        "Sources",
        ("source", "images", "groups", "classes", "sizes"),
        [
            (
                source.key,
                source.images,
                f"{source.groups} {'clusters' if source.groups_are_clusters else 'patients'}",
                counts(source.classes),
                counts(source.sizes, 2),
            )
            for source in audit.sources
        ],
    )
    yield from _table(
        f"Twins (score of at least {audit.at_least:g})",
        ("between", "pairs", "exact", "mirrored", "rotated", "across groups", "images"),
        [
            (
                count.first if count.first == count.second else f"{count.first} - {count.second}",
                count.pairs,
                count.exact,
                count.mirrored,
                count.rotated,
                count.across_groups,
                count.images,
            )
            for count in audit.twins
        ],
    )
    yield from _table(
        "Official splits",
        ("source", "test images", "with a twin in training", "share", "exact", "twin-free"),
        [
            (
                leak.source,
                leak.test_images,
                leak.with_twin,
                f"{leak.share:.1%}",
                leak.exact,
                len(leak.twin_free),
            )
            for leak in audit.splits
        ],
    )
    yield from _table(
        f"Twins with contradicting labels: {len(audit.conflicts)}",
        ("first", "second", "labels", "score"),
        [
            (one.first, one.second, f"{one.first_label} / {one.second_label}", f"{one.score:.3f}")
            for one in audit.conflicts[:5]
        ],
    )
    yield from _table(
        "Told by the source alone",
        ("what", "right", "right by naming one class", "bits known", "of"),
        [
            (
                one.target,
                f"{one.rule_accuracy:.1%}",
                f"{one.majority:.1%}",
                f"{one.mutual_information_bits:.2f}",
                f"{one.entropy_bits:.2f}",
            )
            for one in audit.confounding
        ],
    )
    yield from _table(
        "Told by grey values alone (histogram and border, cross-validated by group)",
        ("images of", "what", "accuracy", "balanced", "by naming one class", "AUC"),
        [
            (
                one.scope,
                one.target,
                f"{one.accuracy:.1%}",
                f"{one.balanced_accuracy:.1%}",
                f"{one.majority:.1%}",
                "" if one.auc is None else f"{one.auc:.3f}",
            )
            for one in audit.shortcuts
        ],
    )
    yield from _table(
        f"Files that cannot be used: {len(audit.unreadable) + len(audit.wrong_masks)}",
        ("source", "file", "reason"),
        [
            (fault.source, fault.file, fault.reason)
            for fault in (audit.unreadable + audit.wrong_masks)[:10]
        ],
    )


def counts(found: dict[str, int], most: int = 6) -> str:
    """``glioma 12, no_tumor 3``: the first `most` entries."""
    named = [f"{name} {count}" for name, count in list(found.items())[:most]]
    rest = len(found) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _table(
    title: str, header: tuple[str, ...], rows: Sequence[tuple[object, ...]]
) -> Iterator[str]:
    yield ""
    yield title
    if not rows:
        yield "  none"
        return
    cells = [header, *[tuple(str(cell) for cell in row) for row in rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(padded).rstrip()
