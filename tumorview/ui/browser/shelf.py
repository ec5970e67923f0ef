"""Which studies lie open. Knows nothing of widgets."""

from __future__ import annotations

from dataclasses import dataclass, field

from tumorview.domain.source import SourceRef
from tumorview.domain.study import ReadFailure, Series, Study, StudyCatalog
from tumorview.imaging.joining import StudyContent, join_studies

_Part = tuple[int, tuple[str, ...]]
"""Number of an opening and key of a study in it."""


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """A study in the list; `number` is its own for as long as it lies open."""

    number: int
    study: Study


@dataclass(frozen=True, slots=True)
class Place:
    """Where a frame is: in which study and series, counted from 0."""

    study: Study
    series: Series
    index: int


@dataclass(slots=True)
class _Entry:
    number: int
    content: StudyContent
    parts: list[_Part]

    @property
    def study(self) -> Study:
        return self.content.study


@dataclass(slots=True)
class _Opening:
    catalog: StudyCatalog
    closed: set[tuple[str, ...]] = field(default_factory=set)
    is_read: bool = False

    @property
    def is_over(self) -> bool:
        """Nothing of it lies open, and nothing more can come."""
        return self.is_read and all(s.key in self.closed for s in self.catalog.studies)


class Shelf:
    """Studies in the order in which they were opened.

    What was opened together is an opening. Its catalogue may be put again as it grows. A study
    that two openings share is one entry, unless one image lies in two files: then the later one is
    an entry of its own.
    """

    def __init__(self) -> None:
        self._openings: dict[int, _Opening] = {}
        self._entries: list[_Entry] = []
        self._numbers: dict[_Part, int] = {}
        self._next_number = 1

    @property
    def studies(self) -> tuple[OpenStudy, ...]:
        """All that lie open."""
        return tuple(OpenStudy(entry.number, entry.study) for entry in self._entries)

    @property
    def failures(self) -> tuple[ReadFailure, ...]:
        """Files that could not be read, of the openings that still have a study."""
        return tuple(f for opening in self._openings.values() for f in opening.catalog.failures)

    @property
    def catalog(self) -> StudyCatalog:
        """Everything together."""
        return StudyCatalog(tuple(entry.study for entry in self._entries), self.failures)

    def put(self, opening: int, catalog: StudyCatalog) -> None:
        """What an opening has brought so far; a study of it that was closed stays closed."""
        if opening in self._openings:
            self._openings[opening].catalog = catalog
            self._arrange()
        else:
            # Comes last, so that what lies there already need not be brought together again.
            self._openings[opening] = _Opening(catalog)
            self._add_all(self._entries, opening)

    def finish(self, opening: int) -> None:
        """Nothing more comes of an opening: it has been read, or given up."""
        if opening in self._openings:
            self._openings[opening].is_read = True

    def close(self, number: int) -> tuple[int, ...]:
        """Take a study away; the openings that have none left, which are forgotten."""
        for entry in self._entries:
            if entry.number == number:
                for opening, key in entry.parts:
                    self._openings[opening].closed.add(key)
        self._arrange()
        return self.sweep()

    def sweep(self) -> tuple[int, ...]:
        """Forget openings without a study; their numbers."""
        over = tuple(number for number, opening in self._openings.items() if opening.is_over)
        for number in over:
            del self._openings[number]
        return over

    def number_of(self, study: Study) -> int | None:
        """The number of a study that lies open."""
        return next((e.number for e in self._entries if e.study is study), None)

    def find(self, source: SourceRef) -> Place | None:
        """Where a frame is now."""
        for entry in self._entries:
            if entry.study.study_instance_uid != source.study_instance_uid:
                continue
            for series in entry.study.series:
                for index, frame in enumerate(series.frames):
                    if frame.source == source:
                        return Place(entry.study, series, index)
        return None

    def _arrange(self) -> None:
        before = {entry.number: entry.content for entry in self._entries}
        entries: list[_Entry] = []
        for opening in self._openings:
            self._add_all(entries, opening)
        for entry in entries:
            # What did not change stays the very same object, so that nobody has to look again.
            earlier = before.get(entry.number)
            if earlier is not None and earlier.study == entry.study:
                entry.content = earlier
        self._entries = entries

    def _add_all(self, entries: list[_Entry], number: int) -> None:
        opening = self._openings[number]
        for study in opening.catalog.studies:
            if study.key not in opening.closed:
                self._add(entries, study, (number, study.key))

    def _add(self, entries: list[_Entry], study: Study, part: _Part) -> None:
        content = StudyContent(study)
        for entry in entries:
            joined = join_studies(entry.content, content)
            if joined is not None:
                entry.content = joined
                entry.parts.append(part)
                return
        if part not in self._numbers:
            self._numbers[part] = self._next_number
            self._next_number += 1
        entries.append(_Entry(self._numbers[part], content, [part]))
