"""Results of a scan as somebody looks at them: filtered, sorted, growing.

What is held of a million rows is their order: one number of 8 bytes a row. Rows themselves are
read when they come on screen. Everything is asked in slices of some ten thousand rows, since a
scan that runs waits for each of them.
"""

from __future__ import annotations

import bisect
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

import numpy as np

from tumorview.cancel import CancelToken
from tumorview.services.result_query import Arrangement, Order, ResultCounts, ResultQuery
from tumorview.services.result_rows import (
    SOMETIMES_EMPTY,
    STORED_COLUMNS,
    ResultRow,
    RowState,
    SortColumn,
    restored,
)
from tumorview.services.result_source import ResultSource, SourceHeld

_Answer = TypeVar("_Answer")

_SLICE: Final = 20_000
_MERGED_AT_MOST: Final = 2_000
"""More rows at once are found their place by sorting anew."""
_ROWS_AT_ONCE: Final = 500
_WAIT_SECONDS: Final = 0.05


class ResultView:
    """Answers queries on one source and keeps the latest answer up to date.

    Not to be called from several threads at once.
    """

    def __init__(self, source: ResultSource) -> None:
        self._source = source
        self._query = ResultQuery()
        self._ascending = _frozen(np.empty(0, np.int64))
        self._stamp = 0
        self._last_id = 0
        self._counts = ResultCounts()

    def arrange(self, query: ResultQuery, token: CancelToken) -> Arrangement:
        """Answer `query` from the beginning.

        Raises
        ------
        Cancelled
            Between two slices.
        JournalError, OutputError
            As `ResultSource.query` does.
        """
        return _patiently(lambda: self._arrange(query, token), token)

    def _arrange(self, query: ResultQuery, token: CancelToken) -> Arrangement:
        stamp, last = self._latest()
        matching = self._matching(query, 0, last, token)
        order = matching
        if query.column is not None:
            order = self._sorted(query, matching, last, token)
        self._query, self._stamp, self._last_id = query, stamp, last
        self._ascending = _frozen(order)
        self._counts = self._count(self._said(0, last, token))
        return Arrangement(query, self._order(), self._counts)

    def refresh(self, token: CancelToken) -> Arrangement | None:
        """The latest query's answer as it is now; None when nothing has changed, or can be read.

        Raises
        ------
        Cancelled, JournalError, OutputError
            As `arrange` does.
        """
        try:
            return self._refresh(token)
        except SourceHeld:
            return None

    def _refresh(self, token: CancelToken) -> Arrangement | None:
        stamp, last = self._latest()
        if stamp == self._stamp:
            return None
        if stamp < self._stamp:
            return self._arrange(self._query, token)  # another scan has begun the journal anew
        changed = self._source.query(
            "SELECT id FROM results INDEXED BY results_by_stamp"
            " WHERE stamp > ? AND stamp <= ? AND id <= ? LIMIT ?",
            (self._stamp, stamp, self._last_id, _SLICE),
        )
        counts = self._count(self._counts.said | self._said(self._last_id, last, token))
        is_arranged = self._query.is_filtered or self._query.column is not None
        before = len(self._ascending)
        if counts.total < self._counts.total + self._new_rows(last) or (changed and is_arranged):
            return self._arrange(self._query, token)
        added = self._matching(self._query, self._last_id, last, token)
        if self._query.column is not None and len(added) > _MERGED_AT_MOST:
            return self._arrange(self._query, token)
        if self._query.column is not None:
            self._merge(added)
        else:
            self._ascending = _frozen(np.concatenate([self._ascending, added]))
        self._stamp, self._last_id, self._counts = stamp, last, counts
        is_appended = self._query.column is None and not self._query.descending
        return Arrangement(
            self._query,
            self._order(),
            counts,
            kept=before if is_appended else 0,
            is_merge=True,
            changed=frozenset(row[0] for row in changed) if len(changed) < _SLICE else None,
        )

    def rows(self, ids: Sequence[int], token: CancelToken) -> list[ResultRow]:
        """The rows of these ids that are still there, in any order.

        Raises
        ------
        Cancelled, JournalError, OutputError
            As `arrange` does.
        """
        return _patiently(lambda: self._rows(ids), token)

    def _rows(self, ids: Sequence[int]) -> list[ResultRow]:
        columns = ", ".join(STORED_COLUMNS)
        found: list[ResultRow] = []
        for start in range(0, len(ids), _ROWS_AT_ONCE):
            some = ids[start : start + _ROWS_AT_ONCE]
            marks = ", ".join("?" * len(some))
            answer = self._source.query(
                f"SELECT id, path, {columns} FROM results WHERE id IN ({marks})",  # noqa: S608 - our columns
                some,
            )
            found += [restored(row[0], row[1], row[2:]) for row in answer]
        return found

    # How it is asked.

    def _order(self) -> Order:
        order = self._ascending
        return _frozen(order[::-1].copy()) if self._query.descending else order

    def _latest(self) -> tuple[int, int]:
        """Latest stamp and greatest id; zeros while there are no rows."""
        answer = self._source.query("SELECT (SELECT max(stamp) FROM results), max(id) FROM results")
        stamp, last = answer[0] if answer else (None, None)
        return stamp or 0, last or 0

    def _new_rows(self, last: int) -> int:
        answer = self._source.query(
            "SELECT count(*) FROM results WHERE +visible = 1 AND id > ? AND id <= ?",
            (self._last_id, last),
        )
        return int(answer[0][0]) if answer else 0

    def _matching(self, query: ResultQuery, after: int, last: int, token: CancelToken) -> Order:
        """Ids that the query lets through, greater than `after`, ascending."""
        condition, values, index = _condition(query)
        parts = [np.empty(0, np.int64)]
        for first, end in _slices(after, last, token):
            found = self._source.query(
                f"SELECT group_concat(id) FROM results {index}"  # noqa: S608 - our columns
                f" WHERE visible = 1 AND id > ? AND id <= ?{condition}",
                (first, end, *values),
            )
            parts.append(np.sort(_ids(found)))
        return np.concatenate(parts)

    def _sorted(self, query: ResultQuery, wanted: Order, last: int, token: CancelToken) -> Order:
        """`wanted`, which are ascending, in the order of the query's column."""
        parts = [np.empty(0, np.int64)]
        for ids in self._by_key(query.column, token):
            if not query.is_filtered and (not len(ids) or ids.max() <= last):
                parts.append(ids)
                continue
            places = np.searchsorted(wanted, ids)
            inside = places < len(wanted)
            inside[inside] = wanted[places[inside]] == ids[inside]
            parts.append(ids[inside])
        return np.concatenate(parts)

    def _by_key(self, column: SortColumn | None, token: CancelToken) -> Iterator[Order]:
        """All ids by key and id, a slice at a time."""
        table = f"SELECT id, {column} AS key FROM results INDEXED BY results_by_{column} WHERE"  # noqa: S608 - our columns
        answer = "SELECT group_concat(id), max(key) FROM ({} LIMIT ?)".format
        first = answer(f"{table} visible = 1 ORDER BY {column}, id")
        same = answer(f"{table} visible = 1 AND {column} = ? AND id > ? ORDER BY id")
        after = answer(f"{table} visible = 1 AND {column} > ? ORDER BY {column}, id")
        found = self._source.query(first, (_SLICE,))
        while len(ids := _ids(found)):
            token.raise_if_cancelled()
            yield ids
            key = found[0][1]
            # In two steps, as SQLite would go through all rows of the same key again.
            found = self._source.query(same, (key, int(ids[-1]), _SLICE))
            if found[0][0] is None:
                found = self._source.query(after, (key, _SLICE))

    def _merge(self, added: Order) -> None:
        """Put new rows, few of them, where their keys belong."""
        column = self._query.column
        ids = [int(one) for one in added]
        keys = sorted((self._key(one), one) for one in ids)
        places = [bisect.bisect_left(self._ascending, key, key=self._keyed) for key in keys]
        merged = np.insert(self._ascending, places, [one for _, one in keys])
        assert column is not None
        self._ascending = _frozen(merged)

    def _keyed(self, identity: np.int64) -> tuple[Any, int]:
        return self._key(int(identity)), int(identity)

    def _key(self, identity: int) -> Any:
        answer = self._source.query(
            f"SELECT {self._query.column} FROM results WHERE id = ?",  # noqa: S608 - our columns
            (identity,),
        )
        return answer[0][0]

    def _said(self, after: int, last: int, token: CancelToken) -> frozenset[str]:
        """Which of `SOMETIMES_EMPTY` say something in rows after that id."""
        silent = set(SOMETIMES_EMPTY)
        for first, end in _slices(after, last, token):
            if not silent:
                break
            asked = tuple(silent)
            sums = ", ".join(f"max({column} != '')" for column in asked)
            answer = self._source.query(
                f"SELECT {sums} FROM results NOT INDEXED"  # noqa: S608 - our columns
                " WHERE visible = 1 AND id > ? AND id <= ?",
                (first, end),
            )
            silent -= {column for column, says in zip(asked, answer[0], strict=True) if says}
        return frozenset(SOMETIMES_EMPTY) - silent

    def _count(self, said: frozenset[str]) -> ResultCounts:
        states = dict.fromkeys(RowState, 0)
        states.update((RowState(name), count) for name, count in self._grouped("state"))
        cautions: dict[str, int] = {}
        for together, count in self._grouped("cautions"):
            for caution in filter(None, together.split(";")):
                cautions[caution] = cautions.get(caution, 0) + count
        predicted = {name: count for name, count in self._grouped("predicted") if name}
        return ResultCounts(states, _by_count(predicted), _by_count(cautions), said)

    def _grouped(self, column: str) -> list[tuple[Any, ...]]:
        return self._source.query(
            f"SELECT {column}, count(*) FROM results INDEXED BY results_by_{column}"  # noqa: S608 - our columns
            f" WHERE visible = 1 GROUP BY {column}"
        )


def _patiently(read: Callable[[], _Answer], token: CancelToken) -> _Answer:
    """What `read` gives, once a scan that is about to take the journal has it."""
    while True:
        token.raise_if_cancelled()
        try:
            return read()
        except SourceHeld:
            time.sleep(_WAIT_SECONDS)


def _condition(query: ResultQuery) -> tuple[str, tuple[object, ...], str]:
    """What to add to WHERE, its values, and which index serves it."""
    condition, values, index = "", [], "NOT INDEXED"
    if query.predicted is not None:
        condition, index = condition + " AND predicted = ?", "INDEXED BY results_by_predicted"
        values.append(query.predicted)
    if query.state is not None:
        condition, index = condition + " AND state = ?", "INDEXED BY results_by_state"
        values.append(str(query.state))
    if query.caution is not None:
        condition += " AND instr(cautions, ?)"
        values.append(f";{query.caution};")
    if query.text:
        condition += " AND (instr(name, ?) OR instr(lower(reason), ?))"
        values += [query.text.casefold()] * 2
    return condition, tuple(values), index


def _slices(after: int, last: int, token: CancelToken) -> Iterator[tuple[int, int]]:
    for first in range(after, last, _SLICE):
        token.raise_if_cancelled()
        yield first, min(first + _SLICE, last)


def _ids(found: Sequence[tuple[Any, ...]]) -> Order:
    """The ids that SQLite has put into one text: thousands of Python's objects fewer a slice.

    Making and collecting those would stop every thread, the window's among them.
    """
    text = found[0][0] if found else None
    return np.fromstring(text or "", np.int64, sep=",")


def _frozen(order: Order) -> Order:
    order.flags.writeable = False
    return order


def _by_count(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
