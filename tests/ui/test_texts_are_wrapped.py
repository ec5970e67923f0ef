"""What is said in tumorview/ui goes through the translation: looked for in the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "tumorview" / "ui"

# Functions whose text nobody reads, or that translate it.
_NOT_SHOWN = {
    *("tr", "tr_noop", "plural", "local"),
    *("setProperty", "setObjectName", "set_property", "setDocName", "strftime", "compile"),
    *("error", "warning", "info", "debug", "exception", "write", "write_whole", "_end"),
    *("QKeySequence", "fromString", "setShortcut", "addFamilies", "setFamilies", "getattr"),
}
_KEY = re.compile(r"((Ctrl|Shift|Alt|Meta)\+)*[A-Z][A-Za-z0-9]*")
_NAMES = {
    "TumorView",
    "SOP Instance UID",
    "CSV (*.csv)",
    "Letter",
    "<br>",
    "Fusion",
    "TumorView ",
    "\nTumorView \0 \u00b7 ",
    "CT",
    "MR",
    "HU",
    "US",
}

_ENGLISH = {
    "actions/keymap.py": "goes on the sentence of an error, which says it as the command line does",
    "actions/spec.py": "said to programmers",
    "header/model.py": "Private Creator is what the standard calls it",
    "model_card/dialog.py": "facts to be quoted, the same in every language",
    "takeaway/names.py": "names of files, the same in every language",
}
"""Files in which texts stay English, and why."""


def unwrapped(code: str) -> Iterator[tuple[int, str]]:
    """(line, text) of every text within a function that looks like words for people."""
    tree = ast.parse(code)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if (
            text is None
            or not isinstance(node, ast.expr)
            or isinstance(parents[node], ast.JoinedStr | ast.FormattedValue)
        ):
            continue
        if not _looks_like_words(text) or isinstance(parents[node], ast.Expr):
            continue
        if _is_for_people(node, parents):
            yield node.lineno, text


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (v.value for v in node.values if isinstance(v, ast.Constant))
        return "\0".join(str(part) for part in parts)
    return None


def _looks_like_words(text: str) -> bool:
    if text in _NAMES or (_KEY.fullmatch(text) and ("+" in text or len(text) < 2)):
        return False
    if re.fullmatch(r"[\w.\-*/%+:{}]*", text) and not text[:1].isupper():
        return False  # an identifier, a file, a format
    if text.isupper() or not re.search(r"[A-Za-z]{3}", text):
        return False
    return bool(re.search(r"[A-Za-z]{2,}[ ,.:…]|^[A-Z][a-z]{2,}", text))


def _is_for_people(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    within = False
    while node in parents:
        above = parents[node]
        if isinstance(above, ast.Raise | ast.Compare | ast.Subscript | ast.arg):
            return False
        if isinstance(above, ast.Call) and node is not above.func:
            name = ast.unparse(above.func).rpartition(".")[2]
            if name in _NOT_SHOWN or name.endswith("Error"):
                return False
        if isinstance(above, ast.FunctionDef):
            if node in above.args.defaults or node is above.returns:
                return False
            within = True
        node = above
    return within


@pytest.mark.parametrize(
    "code",
    [
        'def f(label):\n    label.setText("Stop the scan")\n',
        'def f(label, n):\n    label.setText(f"{n} files done")\n',
        'def f(a):\n    return "Accepted" if a else ""\n',
    ],
)
def test_a_text_that_is_not_wrapped_is_found(code: str) -> None:
    assert len(list(unwrapped(code))) == 1


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda f: str(f.relative_to(UI)))
def test_every_text_is_wrapped(file: Path) -> None:
    if str(file.relative_to(UI).as_posix()) in _ENGLISH:
        pytest.skip("English in every language")
    found = list(unwrapped(file.read_text("utf-8")))
    assert not found, f"wrap these in tr or plural of tumorview/ui/language.py: {found}"
