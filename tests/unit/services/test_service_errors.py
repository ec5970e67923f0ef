from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tumorview.errors import TumorViewError
from tumorview.inference.errors import InferenceError
from tumorview.services.errors import as_tumorview_error


def test_an_error_of_ours_stays_what_it_is() -> None:
    error = InferenceError("the engine was closed")
    assert as_tumorview_error(error, path=Path("a.dcm")) is error


@pytest.mark.parametrize(
    ("raised", "code", "words"),
    [
        (RuntimeError("Doe^Jane"), "unexpected", "RuntimeError"),
        (MemoryError(), "out_of_memory", "not enough memory"),
    ],
)
def test_a_foreign_error_becomes_a_sentence_that_does_not_quote_it(
    raised: Exception, code: str, words: str
) -> None:
    error = as_tumorview_error(raised, path=Path("folder") / "a.dcm")
    assert isinstance(error, TumorViewError)
    assert error.code == code
    assert str(error).startswith("a.dcm: ")
    assert words in str(error)
    assert "Doe" not in str(error)
    assert error.__cause__ is raised


def test_a_wrapped_error_crosses_to_another_process_with_its_sentence() -> None:
    error = as_tumorview_error(RuntimeError("x"), path=Path("a.dcm"))
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (type(error), str(error))
