from __future__ import annotations

import copy
import importlib
import pickle
from pathlib import Path
from typing import ClassVar

import pytest

from tests.error_table import DOCUMENT, document
from tumorview.cli import main
from tumorview.error_catalogue import CATALOGUE
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.errors import EmptyFileError


class PickyError(TumorViewError):
    """A subclass with an argument of its own."""

    code: ClassVar[str] = "picky"

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(f"tag {tag} is missing", path=Path("a") / "b.dcm", received=7)


def every_error(checkout: Path) -> list[type[TumorViewError]]:
    for path in (checkout / "tumorview").rglob("errors.py"):
        importlib.import_module(".".join(path.relative_to(checkout).with_suffix("").parts))
    found, waiting = [], [TumorViewError]
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting.extend(kind.__subclasses__())
    return found


def test_the_sentence_names_the_file_the_reason_the_value_and_the_way_out() -> None:
    error = TumorViewError(
        "bits allocated must be 1, 8, 16 or 32",
        path=Path("study") / "IM1.dcm",
        received=12,
        remedy="Export the study again.",
    )
    assert str(error) == (
        "IM1.dcm: bits allocated must be 1, 8, 16 or 32 (received: 12). Export the study again."
    )


def test_the_sentence_can_leave_out_a_place_that_is_known() -> None:
    error = TumorViewError("the file is empty", path=Path("a") / "b.png")
    assert error.sentence(with_path=False) == "the file is empty."


def test_a_reason_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    assert str(TumorViewError("it failed.")) == "it failed."


def test_a_received_value_that_is_false_is_still_shown() -> None:
    assert "(received: 0)" in str(TumorViewError("the width must be positive", received=0))


def test_the_folder_is_not_in_the_sentence() -> None:
    error = TumorViewError("unreadable", path=Path("patients") / "Miller" / "x.dcm")
    assert "Miller" not in str(error)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_survives_pickling(protocol: int) -> None:
    error = TumorViewError("why", path=Path("x.dcm"), remedy="Do this.", received=[1, 2])
    twin = pickle.loads(pickle.dumps(error, protocol))
    assert type(twin) is TumorViewError
    assert str(twin) == str(error)
    assert (twin.reason, twin.path, twin.remedy, twin.received) == (
        *("why", Path("x.dcm"), "Do this."),
        [1, 2],
    )


def test_a_subclass_with_other_arguments_survives_pickling() -> None:
    twin = pickle.loads(pickle.dumps(PickyError("Rows")))
    assert type(twin) is PickyError
    assert (twin.tag, twin.code, str(twin)) == ("Rows", "picky", str(PickyError("Rows")))


def test_an_error_survives_copying() -> None:
    assert str(copy.copy(PickyError("Rows"))) == str(PickyError("Rows"))


def test_a_kept_cancel_survives_pickling() -> None:
    twin = pickle.loads(pickle.dumps(Cancelled()))
    assert isinstance(twin, Cancelled)
    assert str(twin) == "the work was cancelled."


def test_codes_are_plain_words_and_no_two_kinds_share_one(checkout: Path) -> None:
    product = [kind for kind in every_error(checkout) if kind.__module__.startswith("tumorview")]
    assert len(product) > 5
    # The base stands for what nobody foresaw, as one kind of the services may.
    kinds = [kind for kind in product if kind is not TumorViewError]
    codes = {kind: kind.code for kind in kinds if "code" in vars(kind)}
    assert all(code.replace("_", "").isalpha() and code.islower() for code in codes.values())
    assert len(set(codes.values())) == len(codes)


def test_the_catalogue_has_every_kind_and_no_other(checkout: Path) -> None:
    for path in ("services.scan", "services.journal", "services.settings", "imaging.presets"):
        importlib.import_module(f"tumorview.{path}")
    for path in ("ui.opening", "ui.theme"):
        importlib.import_module(f"tumorview.{path}")
    codes = {k.code for k in every_error(checkout) if k.__module__.startswith("tumorview")}
    assert codes == set(CATALOGUE)
    for kind in CATALOGUE.values():
        assert kind.cause.endswith(".")
        assert kind.remedy.endswith(".")


def test_an_error_without_a_way_out_takes_that_of_its_kind() -> None:
    error = EmptyFileError("the file is empty", path=Path("a.dcm"))
    assert str(error) == f"a.dcm: the file is empty. {CATALOGUE['empty_file'].remedy}"
    own = EmptyFileError("the file is empty", remedy="Ask the ward.")
    assert str(own) == "the file is empty. Ask the ward."
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_document_is_made_from_the_catalogue() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_the_command_explains_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["errors", "too_large"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == "too_large"
    assert CATALOGUE["too_large"].remedy in said
    assert main(["errors"]) == 0
    assert all(code in capsys.readouterr().out for code in ["unexpected"])
    assert main(["errors", "bad_day"]) == 3
    assert "no error code 'bad_day'" in capsys.readouterr().err
