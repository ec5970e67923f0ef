"""``tumorview analyze``: the model's answer for one file, or for all images of a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from tumorview.cancel import CancelToken
from tumorview.cli.exit_codes import ExitCode
from tumorview.cli.interrupt import cancel_on_signals
from tumorview.cli.output import print_error, print_line, shown
from tumorview.cli.parser import Options, UsageError
from tumorview.domain.events import (
    AnalysisFinished,
    AnalysisRequest,
    FrameAnalysed,
    FrameFailed,
    Outcome,
)
from tumorview.domain.prediction import Prediction, TumorDecision
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import is_archive, read_catalog
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.inference.engines.select import open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import ModelBundle, load_bundle
from tumorview.reporting.cautions import refusal
from tumorview.reporting.colormaps import DEFAULT_COLOR_MAP
from tumorview.reporting.notices import notice_sentences
from tumorview.reporting.words import (
    acquisition_words,
    coverage_words,
    decision_reason,
    decision_title,
    disagreement,
    operating_point,
    set_names,
    set_words,
)
from tumorview.services.analysis import analyze
from tumorview.services.picture import write_heatmap_picture

_BAR = 24
_DISCLAIMER = "Research use only. Not cleared as a medical device; read the full study yourself."

Failure = tuple[Path, int | None, TumorViewError]

Naming = Callable[[Path], Path]
"""What a file is called for people: a member of an archive by its name there."""


def run(options: Options) -> int:
    """Analyse, print, and draw the heatmap that was asked for."""
    with closing(Unpacker()) as unpacker:
        return _run(options, unpacker)


def _run(options: Options, unpacker: Unpacker) -> int:
    path = options.paths[0]
    if not path.exists():
        raise UsageError(f"there is no file or folder {shown(path)!r}.", ExitCode.INPUT)
    bundle = load_bundle(options.model)
    sources, failures = _sources(path, options.frame, unpacker)
    if options.heatmap is not None and len(sources) > 1:
        raise UsageError(
            f"--heatmap draws one frame and {shown(path)!r} has {len(sources)}. "
            "Choose one file and with --frame one frame, or use: tumorview scan --heatmaps"
        )
    answers: list[Prediction] = []
    with cancel_on_signals() as (token, exit_code):
        if sources:
            with closing(_open(bundle, options.engine)) as predictor:
                for answer in _analyze(predictor, sources, token):
                    if isinstance(answer, Prediction):
                        answers.append(answer)
                    else:
                        failures.append(answer)
    if token.is_cancelled:
        print_error("Cancelled.")
        return exit_code()
    if options.json:
        print_line(json.dumps(_as_json(bundle, answers, failures, unpacker.shown), indent=2))
    else:
        _print(bundle, answers, failures, unpacker.shown)
    drawn = options.heatmap is None or not answers or _draw(options.heatmap, answers[0])
    if not answers:
        return ExitCode.NOTHING_READABLE
    return ExitCode.PARTIAL if failures or not drawn else ExitCode.DONE


def _sources(
    path: Path, frame: int | None, unpacker: Unpacker
) -> tuple[list[SourceRef], list[Failure]]:
    """The frames to analyse, in reading order, and what could not be opened."""
    if path.is_dir() or is_archive(path):
        if frame is not None:
            raise UsageError("--frame goes with a file, not with a folder or an archive.")
        catalog = read_catalog([path], unpacker=unpacker)
        failures: list[Failure] = [(failed.path, None, failed.error) for failed in catalog.failures]
        series = (one for study in catalog.studies for one in study.series)
        return [info.source for one in series for info in one.frames], failures
    try:
        frames = open_image(path).header.frames
    except TumorViewError as error:
        return [], [(path, None, error)]
    if frame is not None:
        if frame > len(frames):
            plural = "s" if len(frames) != 1 else ""
            raise UsageError(f"--frame {frame}: {shown(path)!r} has {len(frames)} frame{plural}.")
        frames = frames[frame - 1 : frame]
    return [info.source for info in frames], []


def _open(bundle: ModelBundle, engine: str) -> Predictor:
    return Predictor(bundle, open_engine(bundle, engine))


def _analyze(
    predictor: Predictor, sources: list[SourceRef], token: CancelToken
) -> Iterator[Prediction | Failure]:
    for event in analyze(AnalysisRequest(1, tuple(sources)), predictor, token):
        match event:
            case FrameAnalysed(prediction=prediction):
                yield prediction
            case FrameFailed(source=source, error=error):
                yield source.path, source.frame_number, error
            case AnalysisFinished(outcome=Outcome.FAILED, error=TumorViewError() as error):
                raise error
            case _:
                pass


def _draw(path: Path, prediction: Prediction) -> bool:
    frame = modality_frame(
        open_image(prediction.source.path).read_frame(prediction.source.frame_number)
    )
    if write_heatmap_picture(path, frame, prediction, DEFAULT_COLOR_MAP, 0.5):
        return True
    print_error("there is no heatmap for this frame, so no picture was written.")
    return False


def _print(
    bundle: ModelBundle, answers: list[Prediction], failures: list[Failure], named: Naming
) -> None:
    single = len(answers) == 1
    for answer in answers:
        name = shown(named(answer.source.path).name)
        if not single:
            name += f" frame {answer.source.frame_number}"
        _print_answer(name, answer, in_full=single)
    for path, frame, error in failures:
        name = shown(named(path).name) + (f" frame {frame}" if frame is not None else "")
        print_error(f"{name}: {error.sentence(with_path=False)}")
    if answers:
        print_line(
            f"Model {bundle.manifest.id} {bundle.manifest.version} ({bundle.model_sha256[:12]}), "
            f"{answers[0].engine}, {answers[0].device}"
        )
        print_line(_DISCLAIMER)


def _print_answer(name: str, answer: Prediction, *, in_full: bool) -> None:
    cautions = ", ".join(str(caution).replace("_", " ") for caution in answer.cautions)
    probabilities = answer.probabilities
    if answer.gate_refused:
        words = refusal(answer)
        print_line(f"{name}: no answer. {words.title} {words.reason} ({cautions})")
        return
    decision = answer.decision
    if not in_full:
        said = [f"{probabilities.predicted.name} {probabilities.top:.3f}"]
        if decision is not None:
            said.insert(0, f"{decision_title(decision)} ({decision.tumor_probability:.3f})")
        if len(answer.prediction_set) > 1:
            said.append(f"cannot tell apart {set_names(answer)}")
        suffix = f"  [{cautions}]" if cautions else ""
        print_line(f"{name}: {', '.join(said)}{suffix}")
        if answer.evidence:
            print_line(f"  How strong the evidence is: {answer.evidence}")
        return
    print_line(name)
    if decision is not None:
        print_line(f"  {decision_title(decision)}. {decision_reason(decision)}")
        print_line(f"  {operating_point(decision)}")
    width = max(len(label.name) for label in probabilities.labels)
    for label, value in zip(probabilities.labels, probabilities.values, strict=True):
        print_line(f"  {label.name:<{width}}  {value:.3f}  {'#' * round(value * _BAR)}".rstrip())
    guess = answer.acquisition
    looks = "" if guess is None else acquisition_words(guess)
    for sentence in (disagreement(answer), set_words(answer), coverage_words(answer), looks):
        if sentence:
            print_line(f"  {sentence}")
    for title, text in (
        ("How strong the evidence is", answer.evidence),
        ("Read with care", cautions),
        ("Noticed on reading", notice_sentences(answer.notices)),
    ):
        if text:
            print_line(f"  {title}: {text}")


def _as_json(
    bundle: ModelBundle, answers: list[Prediction], failures: list[Failure], named: Naming
) -> dict[str, object]:
    return {
        "model": {
            "id": bundle.manifest.id,
            "version": bundle.manifest.version,
            "sha256": bundle.model_sha256,
        },
        "results": [_answer_json(answer, named) for answer in answers],
        "failures": [
            {
                "path": shown(named(path)),
                "frame": frame,
                "error_code": error.code,
                "error_text": error.sentence(with_path=False),
            }
            for path, frame, error in failures
        ],
        "notice": _DISCLAIMER,
    }


def _decision_json(decision: TumorDecision) -> dict[str, object]:
    return {"text": decision_title(decision).lower(), **asdict(decision)}


def _answer_json(answer: Prediction, named: Naming) -> dict[str, object]:
    probabilities = answer.probabilities
    return {
        "path": shown(named(answer.source.path)),
        "frame": answer.source.frame_number,
        "study_instance_uid": answer.source.study_instance_uid,
        "series_instance_uid": answer.source.series_instance_uid,
        "sop_instance_uid": answer.source.sop_instance_uid,
        "predicted": probabilities.predicted.id,
        "probabilities": {
            label.id: value
            for label, value in zip(probabilities.labels, probabilities.values, strict=True)
        },
        "prediction_set": list(answer.prediction_set),
        "set_coverage": answer.set_coverage,
        "gate_score": answer.gate_score,
        "gate_refused": answer.gate_refused,
        "cautions": [str(caution) for caution in answer.cautions],
        "decision": None if answer.decision is None else _decision_json(answer.decision),
        "acquisition": None if answer.acquisition is None else asdict(answer.acquisition),
        "evidence": answer.evidence,
        "reading_notices": [notice.name.lower() for notice in answer.notices],
        "engine": answer.engine,
        "device": answer.device,
        "milliseconds": round(answer.milliseconds, 3),
    }
