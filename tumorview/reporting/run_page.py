"""The report on a scan as one HTML page without anything beside it: no script, font or address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape

from tumorview.error_catalogue import CATALOGUE
from tumorview.reporting.charts import Axis, Bar, bar_chart, number
from tumorview.reporting.map_words import MAP_WORDS, MapOutcome
from tumorview.reporting.run_report import LevelCounts, RunReport
from tumorview.reporting.run_summary import HISTOGRAM_BINS, Histogram, SpeedBin
from tumorview.reporting.series_words import STUDY_NOT_VALIDATED

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.note { opacity: .75; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: .15rem 1.5rem .15rem 0; vertical-align: top;
  border-bottom: 1px solid #8884; }
td.figure { text-align: right; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; }
figure { margin: 0; }
figcaption { font-weight: 600; }
svg { width: 100%; height: auto; font-size: 12px; }
svg text { fill: currentColor; }
svg .bar { fill: #3b7dd8; shape-rendering: crispEdges; }
svg .axis { fill: none; stroke: currentColor; stroke-width: 1; }
code { font-size: .9em; }
"""

_OUTCOMES = {
    "done": "It came to its end.",
    "cancelled": "It was cancelled; the table holds what was finished.",
    "failed": "It ended with an error; the table is that of the run before.",
}

_NOTE = (
    "Research use only, not cleared as a medical device. This page names no file and no patient."
)


def page(report: RunReport) -> str:
    """The whole page."""
    summary = report.summary
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>TumorView {escape(report.command)} report</title>",
            f"<style>\n{_STYLE}</style></head><body>",
            f"<h1>Report on a {escape(report.command)}</h1>",
            f'<p class="note">{escape(_OUTCOMES[report.outcome])} {_NOTE}</p>',
            _section("Result", _pairs(_counts(report))),
            _section("Series and studies", _pairs(_levels(report.levels))),
            *_maps(report.levels.parametric_maps),
            _section("Failures by kind", _errors(summary.errors)),
            _section("Rows a second", _speed(summary.speed)),
            _section("Probabilities", _histograms(summary.histograms)),
            _section("Most probable class", _counted(summary.predicted)),
            _section("Cautions", _counted(summary.cautions)),
            _section("Modality", _counted(summary.modalities)),
            _section("Settings", _pairs(_settings(report))),
            _section("Versions", _pairs((v.name, v.version) for v in report.versions)),
            "</body></html>\n",
        )
    )


def _section(title: str, content: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{content}"


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = (f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in pairs)
    return f"<table>{''.join(rows)}</table>"


def _counts(report: RunReport) -> Iterable[tuple[str, str]]:
    summary = report.summary
    yield "Files", number(summary.files)
    yield "Rows", number(summary.rows)
    yield "Analysed", number(summary.done)
    yield "Failed", number(summary.failed)
    yield "Skipped (indexes of media)", number(summary.skipped)
    yield "Began", _clock(report.began)
    yield "Took", f"{number(round(report.seconds, 1))} s in this run"
    if summary.mean_milliseconds is not None:
        yield "Time of an answer", f"{number(summary.mean_milliseconds)} ms on average"
    if report.error_code is not None:
        yield "Ended with", report.error_code


def _levels(levels: LevelCounts) -> Iterable[tuple[str, str]]:
    yield "Series", number(levels.series)
    yield "Series that speak for their study", number(levels.series_speaking)
    yield "Studies", number(levels.studies)
    yield "Studies with a score", number(levels.studies_with_score)
    yield "What the scores are not", STUDY_NOT_VALIDATED


def _maps(counts: Mapping[str, int]) -> Iterable[str]:
    """A section where parametric maps were asked for."""
    if not counts:
        return
    rows = "".join(
        f'<tr><td><code>{escape(outcome)}</code></td><td class="figure">{number(count)}</td>'
        f"<td>{escape(MAP_WORDS[MapOutcome(outcome)])}</td></tr>"
        for outcome, count in counts.items()
    )
    yield _section(
        "DICOM parametric maps",
        f"<table><tr><th>Outcome</th><th>Images</th><th>What it means</th></tr>{rows}</table>",
    )


def _settings(report: RunReport) -> Iterable[tuple[str, str]]:
    settings, machine = report.settings, report.machine
    yield "Model", settings.model_id
    yield "SHA-256 of the model", settings.model_sha256
    yield "Engine asked for", settings.engine
    yield "Ran on", ", ".join(report.summary.devices) or "nothing"
    yield "Processor", f"{machine.processor}, {machine.cores} cores"
    yield "System", machine.system
    yield (
        "Files at once",
        "one more than cores" if settings.workers is None else str(settings.workers),
    )
    yield "Pictures with heatmaps", "yes" if settings.heatmaps else "no"
    yield "DICOM parametric maps", "yes" if settings.parametric_maps else "no"
    yield "Went on from an earlier run", "yes" if settings.resumed else "no"
    yield "Failed files tried again", "yes" if settings.retry_failed else "no"
    yield (
        "Pseudonyms",
        "no" if settings.pseudonyms is None else f"yes, key {settings.pseudonyms}",
    )
    yield "Schema of the CSV", str(report.csv_schema)


def _counted(counts: Mapping[str, int]) -> str:
    if not counts:
        return '<p class="note">None.</p>'
    rows = (
        f'<tr><td>{escape(name)}</td><td class="figure">{number(count)}</td></tr>'
        for name, count in counts.items()
    )
    return f"<table>{''.join(rows)}</table>"


def _errors(counts: Mapping[str, int]) -> str:
    if not counts:
        return '<p class="note">None.</p>'
    rows = "".join(
        f'<tr><td><code>{escape(code)}</code></td><td class="figure">{number(count)}</td>'
        f"<td>{escape(CATALOGUE[code].cause if code in CATALOGUE else '')}</td></tr>"
        for code, count in counts.items()
    )
    return f"<table><tr><th>Code</th><th>Rows</th><th>What it means</th></tr>{rows}</table>"


def _speed(bins: tuple[SpeedBin, ...]) -> str:
    if not bins:
        return '<p class="note">There is no row.</p>'
    starts = [datetime.fromisoformat(one.began).timestamp() for one in bins]
    width = bins[0].seconds
    bars = [
        Bar(
            start,
            start + width,
            one.rows / width,
            f"{_clock(one.began)}: {number(one.rows / width)} / s",
        )
        for start, one in zip(starts, bins, strict=True)
    ]
    axis = Axis(starts[0], starts[-1] + width, _clock(bins[0].began), _clock(bins[-1].began))
    chart = bar_chart(bars, axis, label="Rows a second over time", unit="/ s")
    return f'{chart}\n<p class="note">Each bar is {number(width)} s wide.</p>'


def _clock(moment: str) -> str:
    """An ISO 8601 time in UTC for people."""
    return datetime.fromisoformat(moment).strftime("%Y-%m-%d %H:%M:%S UTC")


def _histograms(histograms: tuple[Histogram, ...]) -> str:
    figures = []
    for histogram in histograms:
        bars = [
            Bar(
                place / HISTOGRAM_BINS,
                (place + 1) / HISTOGRAM_BINS,
                count,
                f"{place / HISTOGRAM_BINS:.2f} to {(place + 1) / HISTOGRAM_BINS:.2f}: "
                f"{number(count)}",
            )
            for place, count in enumerate(histogram.counts)
        ]
        chart = bar_chart(
            bars,
            Axis(0.0, 1.0, "0", "1"),
            label=f"Histogram of the probability of {histogram.class_id}",
            unit="rows",
        )
        figures.append(
            f"<figure><figcaption>{escape(histogram.class_id)}</figcaption>{chart}</figure>"
        )
    return f'<div class="charts">{"".join(figures)}</div>'
