"""Prompts as text files: a header naming the variables, then one section a message.

A file looks like this, with TOML between the two lines and ``$name`` where a value goes::

    ---
    variables = ["question"]
    ---
    ## System
    ...
    ## Human
    $question

A ``$`` that is meant as such is written ``$$``. Values are put in after the sections are cut,
so nothing inside a value can begin a message of its own, and ``$`` in a value stays as it is.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from core.errors import AppError

Message = tuple[str, str]
"""Who speaks (``system`` or ``human``) and the words."""

_PACKAGED = Path(__file__).resolve().parents[1] / "_prompts"
_CHECKOUT = Path(__file__).resolve().parents[2] / "prompts"
_HEADER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(r"^##[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_ROLES = {"System": "system", "Human": "human"}
_REMEDY = "Install fes again, or mend the file."


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as read: its name, the variables it declares, and its messages in order."""

    name: str
    variables: tuple[str, ...]
    messages: tuple[Message, ...]

    def render(self, **values: str) -> list[Message]:
        """Return the messages with the values put in.

        Raises:
            AppError: when a declared variable gets no value, or another gets one.
        """
        missing = [name for name in self.variables if name not in values]
        unknown = [name for name in values if name not in self.variables]
        if missing or unknown:
            raise AppError(
                f"the prompt '{self.name}' was given "
                + " and ".join(
                    part
                    for part in (
                        f"no value for {', '.join(missing)}" if missing else "",
                        f"the undeclared {', '.join(unknown)}" if unknown else "",
                    )
                    if part
                ),
                where=f"prompts/{self.name}.md",
                hint="The header of the file and the program must name the same variables.",
            )
        return [(role, Template(text).substitute(values)) for role, text in self.messages]


def prompts_folder() -> Path:
    """Return the folder the prompts are in: inside the package, or beside it in a checkout."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def load_prompt(name: str, folder: Path | None = None) -> Prompt:
    """Read and check the prompt ``name.md``.

    Args:
        name: the file's name without its suffix.
        folder: where to look; the program's own prompts when None.

    Raises:
        AppError: when the file is missing, its header or sections are wrong, or the variables
            it declares are not exactly those it uses.
    """
    path = (folder or prompts_folder()) / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AppError(
            f"the prompt '{name}' cannot be read", where=str(path), hint=_REMEDY
        ) from error
    text = text.replace("\r\n", "\n")
    header = _HEADER.match(text)
    if header is None:
        raise _wrong(path, "it must begin with a header between two lines of ---")
    variables = _variables(path, header.group(1))
    messages = _messages(path, text[header.end() :])
    _check(path, variables, messages)
    return Prompt(name, variables, messages)


def _wrong(path: Path, why: str) -> AppError:
    return AppError(f"the prompt '{path.stem}' is wrong: {why}", where=str(path), hint=_REMEDY)


def _variables(path: Path, header: str) -> tuple[str, ...]:
    try:
        data: dict[str, Any] = tomllib.loads(header)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, f"its header is not TOML ({error})") from error
    names = data.get("variables")
    if not isinstance(names, list) or not all(
        isinstance(name, str) and name.isidentifier() for name in names
    ):
        raise _wrong(path, 'its header must hold variables = ["name", ...]')
    if len(set(names)) != len(names):
        raise _wrong(path, "its header names a variable twice")
    return tuple(names)


def _messages(path: Path, body: str) -> tuple[Message, ...]:
    before, *parts = _SECTION.split(body)
    if before.strip():
        raise _wrong(path, "it has text before its first section")
    titles, texts = parts[::2], parts[1::2]
    unknown = [title for title in titles if title not in _ROLES]
    if unknown:
        raise _wrong(path, f"its section '{unknown[0]}' is neither System nor Human")
    if sorted(titles) != ["Human", "System"]:
        raise _wrong(path, "it must have one section ## System and one section ## Human")
    messages = tuple(
        (_ROLES[title], text.strip()) for title, text in zip(titles, texts, strict=True)
    )
    if not all(text for _, text in messages):
        raise _wrong(path, "one of its sections is empty")
    return messages


def _check(path: Path, variables: tuple[str, ...], messages: tuple[Message, ...]) -> None:
    used: set[str] = set()
    for _, text in messages:
        template = Template(text)
        if not template.is_valid():
            raise _wrong(path, "a $ stands before something that is no name; write $$ for a $")
        used.update(template.get_identifiers())
    undeclared = sorted(used - set(variables))
    unused = [name for name in variables if name not in used]
    if undeclared:
        raise _wrong(path, f"it uses {', '.join(undeclared)} without declaring it in the header")
    if unused:
        raise _wrong(path, f"it declares {', '.join(unused)} without using it")
