"""Counts, leaks and contradictions, from the pairs that look alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.audit.findings import Conflict, SplitLeak, TwinCount
from training.audit.prints import Prints
from training.data.adapters.folder_data import FolderData
from training.data.adapters.groups import official_split_leaks
from training.data.adapters.labels import label_name
from training.data.matching import TURNS, IntArray, Pairs, linked_clusters, nearest
from training.data.records import ImageRecord

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Twins:
    """Pairs of twins, and what is to be known of each.

    Attributes
    ----------
    exact
        bool[pairs], pixel-equal.
    same_group
        bool[pairs], of one patient (or cluster, where nothing names the patients).
    across_groups
        bool[pairs], of two patients that are named, or of two sources.
    across_parts
        bool[pairs], in two parts of an official split.
    conflict
        bool[pairs], labelled differently.
    """

    pairs: Pairs
    exact: BoolArray
    same_group: BoolArray
    across_groups: BoolArray
    across_parts: BoolArray
    conflict: BoolArray


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The training image that is most like a test image of the official split."""

    test: int
    training: int
    score: float
    exact: bool


def describe_pairs(prints: Prints, pairs: Pairs, folders: Sequence[FolderData]) -> Twins:
    """Compare the records of each pair."""
    records = prints.records
    clustered = {data.source.key for data in folders if data.clustered}
    parts = {key: part for data in folders for key, part in data.official_parts.items()}
    ends = [
        (records[one], records[other])
        for one, other in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    ]
    digests = np.array(prints.digests)
    return Twins(
        pairs,
        exact=digests[pairs.first] == digests[pairs.second],
        same_group=np.array([a.group == b.group for a, b in ends], bool),
        across_groups=np.array(
            [
                a.source != b.source or (a.group != b.group and a.source not in clustered)
                for a, b in ends
            ],
            bool,
        ),
        across_parts=np.array(
            [
                a.source == b.source and parts.get(a.image_id) != parts.get(b.image_id)
                for a, b in ends
            ],
            bool,
        ),
        conflict=np.array([contradict(a, b) for a, b in ends], bool),
    )


def contradict(first: ImageRecord, second: ImageRecord) -> bool:
    """Whether two labels cannot both be true of one picture."""
    if first.tumor != second.tumor:
        return True
    return None not in (first.label, second.label) and first.label != second.label


def joint_groups(records: Sequence[ImageRecord], pairs: Pairs) -> IntArray:
    """Number int64[n] of each record's group when groups that share twins are joined."""
    first_of: dict[str, int] = {}
    ones, others = [], []
    for position, record in enumerate(records):
        ones.append(first_of.setdefault(record.group, position))
        others.append(position)
    return linked_clusters(
        len(records),
        np.concatenate([np.array(ones, np.int64), pairs.first]),
        np.concatenate([np.array(others, np.int64), pairs.second]),
    )


def count_twins(prints: Prints, twins: Twins) -> tuple[TwinCount, ...]:
    """Twins within every source and between every two, most first."""
    sources = np.array([record.source for record in prints.records])
    pairs = twins.pairs
    ends = np.sort(np.stack([sources[pairs.first], sources[pairs.second]]), axis=0)
    turned = np.array([TURNS[turn] for turn in range(len(TURNS))])[pairs.turn]
    rotated = np.char.startswith(turned, "rotated")
    mirrored = turned == "mirrored"
    found = []
    for first, second in sorted(set(zip(ends[0].tolist(), ends[1].tolist(), strict=True))):
        here = (ends[0] == first) & (ends[1] == second)
        found.append(
            TwinCount(
                first=first,
                second=second,
                pairs=int(here.sum()),
                exact=int((here & twins.exact).sum()),
                mirrored=int((here & mirrored).sum()),
                rotated=int((here & rotated).sum()),
                across_groups=int((here & twins.across_groups).sum()),
                images=len(np.union1d(pairs.first[here], pairs.second[here])),
            )
        )
    return tuple(sorted(found, key=lambda count: -count.pairs))


def find_conflicts(prints: Prints, twins: Twins) -> tuple[Conflict, ...]:
    """Twins with contradicting labels, the clearest first."""
    found = []
    for index in by_conflict(twins).tolist():
        first = prints.records[twins.pairs.first[index]]
        second = prints.records[twins.pairs.second[index]]
        found.append(
            Conflict(
                first.image_id,
                second.image_id,
                label_name(first),
                label_name(second),
                score=round(float(twins.pairs.score[index]), 4),
                exact=bool(twins.exact[index]),
                same_group=bool(twins.same_group[index]),
            )
        )
    return tuple(found)


def find_counterparts(prints: Prints, data: FolderData) -> tuple[Counterpart, ...]:
    """For each test image of the official split the nearest image of its other parts."""
    part_of = [data.official_parts.get(record.image_id) for record in prints.records]
    test = np.array([i for i, part in enumerate(part_of) if part == "test"], np.int64)
    others = np.array([i for i, p in enumerate(part_of) if p not in (None, "test")], np.int64)
    if not (test.size and others.size):
        return ()
    best, score = nearest(prints.maps[test], prints.maps[others])
    return tuple(
        Counterpart(one, other, value, prints.digests[one] == prints.digests[other])
        for one, other, value in zip(
            test.tolist(), others[best].tolist(), score.tolist(), strict=True
        )
    )


def split_leak(
    prints: Prints, data: FolderData, found: Sequence[Counterpart], at_least: float
) -> SplitLeak:
    """How many test images of an official split have a twin of `at_least` in its other parts."""
    return SplitLeak(
        source=data.source.key,
        test_images=len(found),
        with_twin=sum(twin.score >= at_least for twin in found),
        exact=sum(twin.exact for twin in found),
        shared_groups=len(official_split_leaks(data)),
        twin_free=tuple(
            data.file_of(prints.records[twin.test]) for twin in found if twin.score < at_least
        ),
    )


def by_damage(twins: Twins) -> IntArray:
    """Positions int64[pairs], those first that a split tears apart.

    A mirrored or rotated pair shows more than an upright one, so it goes first among equals.
    """
    torn = twins.across_parts | twins.across_groups
    return np.lexsort((-twins.pairs.score, twins.pairs.turn == 0, ~torn)).astype(np.int64)


def by_conflict(twins: Twins) -> IntArray:
    """Positions of the pairs with contradicting labels: pixel-equal first, then by score."""
    chosen = np.flatnonzero(twins.conflict)
    order = np.lexsort((-twins.pairs.score[chosen], ~twins.exact[chosen]))
    return np.asarray(chosen[order], np.int64)


def one_a_cluster(order: IntArray, pairs: Pairs, clusters: IntArray, count: int) -> list[int]:
    """The first `count` positions of `order` whose pairs are in different `clusters`."""
    seen: set[int] = set()
    chosen = []
    for index in order.tolist():
        cluster = int(clusters[pairs.first[index]])
        if cluster in seen:
            continue
        seen.add(cluster)
        chosen.append(index)
        if len(chosen) == count:
            break
    return chosen
