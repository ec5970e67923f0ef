"""Make the translations: ``python -m resources.make_translations`` in the folder of the checkout.

Collects every English text that the window can show, lets Qt's lupdate bring them into the
``.ts`` files of resources/translations (what is new there is *unfinished*, what is no longer said
goes), and Qt's lrelease make the ``.qm`` files that the application reads. Needs an environment
with requirements/dev.txt.
"""

from __future__ import annotations

import ast
import builtins
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_PLACES = {"tr": 0, "tr_noop": 0, "say": 0, "plural": 1, "say_many": 1}
"""Where the text stands among the arguments."""
_NOT_IN_THE_WINDOW = {"cli", "cluster"}
"""Folders whose errors only the command line meets."""
_SUFFIX = ".exe" if sys.platform == "win32" else ""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to be translated; one with a number has plural forms."""

    source: str
    has_number: bool = False


def messages() -> list[Message]:
    """Every text, once, in alphabetical order."""
    from resources.translated_tables import table_texts  # noqa: PLC0415 - imports the window

    files = sorted((ROOT / "tumorview").rglob("*.py"))
    shown = [file for file in files if not _NOT_IN_THE_WINDOW & {*file.relative_to(ROOT).parts}]
    found = {*called_messages(files), *error_messages(shown)}
    found |= {Message(text) for text in table_texts() if text.strip()}
    return sorted(found)


def called_messages(files: Iterable[Path]) -> Iterator[Message]:
    """The texts that are handed to `tr`, `plural`, `say` and the like, which take literals.

    Raises
    ------
    TypeError
        Where one is no literal: it would never be translated.
    """
    for file in sorted(files):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = _PLACES.get(node.func.id)
            if place is None:
                continue
            text = node.args[place] if len(node.args) > place else None
            said = text.value if isinstance(text, ast.Constant) else None
            if not isinstance(said, str):
                where = f"{file.relative_to(ROOT)}, line {node.lineno}"
                raise TypeError(
                    f"{node.func.id} takes a literal. Received in {where}: an expression"
                )
            yield Message(said, has_number=place == 1)


def error_messages(files: Iterable[Path]) -> Iterator[Message]:
    """Reasons and ways out of errors that are whole sentences; what is filled in has none."""
    for file in sorted(files):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _is_error(ast.unparse(node.func)):
                said = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "remedy")]
                for one in said:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                        yield Message(one.value)


def _is_error(name: str) -> bool:
    return name.endswith("Error") and not hasattr(builtins, name)


def as_program(found: Iterable[Message], context: str) -> str:
    """A program that says each text once, as lupdate reads it."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    for message in found:
        literal = _literal(message.source)
        number = ', "", 1' if message.has_number else ""
        lines.append(f'QCoreApplication.translate("{context}", {literal}{number})')
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def update(folder: Path = FOLDER) -> None:
    """Bring the ``.ts`` files in `folder` up to what the code says."""
    from tumorview.ui.language import CONTEXT, LANGUAGES  # noqa: PLC0415

    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        said = Path(place) / "said.py"
        said.write_text(as_program(messages(), CONTEXT), encoding="utf-8")
        for code in LANGUAGES:
            if code == "en":
                continue
            _run(
                "lupdate",
                *("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"),
                *("-disable-heuristic", "similartext", "-target-language", code),
                *(str(said), "-ts", str(folder / f"tumorview_{code}.ts")),
            )


def release(folder: Path = FOLDER, into: Path | None = None) -> None:
    """Make the ``.qm`` files of the ``.ts`` files in `folder`, beside them or in `into`."""
    for file in sorted(folder.glob("*.ts")):
        target = (into or folder) / file.with_suffix(".qm").name
        _run("lrelease", "-silent", str(file), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / f"{tool}{_SUFFIX}"
    # The environment's own Qt: a library path of another one would be taken first.
    environment = {k: v for k, v in os.environ.items() if k != "LD_LIBRARY_PATH"}
    subprocess.run([str(program), *arguments], check=True, env=environment)  # noqa: S603 - ours


def main() -> None:
    """Write the files."""
    update()
    release()


if __name__ == "__main__":
    main()
