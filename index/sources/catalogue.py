"""The catalogue: where each official document is published, and what it is good for.

The catalogue is the TOML files of the folder ``catalogue``; a file's ``[defaults]`` hold for
each ``[[source]]`` in it. Nothing here was fetched to make it: ``verified`` says what bears an
address out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from pydantic import ValidationError, field_validator

from core.errors import InputError, UsageError
from core.model import Frozen
from core.reading.building import near
from index.documents.identity import safe_id
from index.models import Kind

FOLDER = Path(__file__).parent / "catalogue"

Format = Literal["pdf", "html", "text"]
Verified = Literal["document", "cited", "no"]

SUFFIXES: dict[Format, str] = {"pdf": ".pdf", "html": ".html", "text": ".txt"}

VERIFIED_MEANS: dict[Verified, str] = {
    "document": "a document in hand was read at this address",
    "cited": "public material cites this address; nobody fetched it for this catalogue",
    "no": "not verified: the address follows the form of its neighbours and may be wrong",
}


class Source(Frozen):
    """One published document.

    ``name`` is what a person types and the document's id in the library. ``edition`` is empty
    when it is not known. ``series`` are four-digit codes.
    """

    name: str
    title: str
    kind: Kind
    url: str
    format: Format
    publisher: str
    good_for: str
    edition: str = ""
    series: tuple[str, ...] = ()
    verified: Verified
    verified_by: str = ""

    @field_validator("name")
    @classmethod
    def _is_an_id(cls, name: str) -> str:
        if safe_id(Path(f"{name}.pdf")) != name:
            raise ValueError("must be letters, digits, dots and hyphens")
        return name

    @field_validator("url")
    @classmethod
    def _is_https(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.username is not None:
            raise ValueError("must be an https address")
        return url

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def suffix(self) -> str:
        """The suffix of its file, with the dot."""
        return SUFFIXES[self.format]


@cache
def load(folder: Path = FOLDER) -> tuple[Source, ...]:
    """Return the sources of a catalogue folder, by kind and name.

    Raises:
        InputError: when a file is not a catalogue, naming the file, the source and the field.
    """
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(
                f"the catalogue cannot be read ({error})", where=path.name, hint="Mend the file."
            ) from error
        defaults = data.get("defaults", {})
        for entry in data.get("source", []):
            source = _source(path, {**defaults, **entry})
            if source.name.casefold() in found:
                raise InputError(
                    f'two sources are named "{source.name}"',
                    where=path.name,
                    hint="Give one of them another name.",
                )
            found[source.name.casefold()] = source
    return tuple(sorted(found.values(), key=lambda source: (source.kind, source.name)))


def _source(path: Path, entry: dict[str, object]) -> Source:
    try:
        return Source.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"{entry.get('name', 'a source without a name')}: {field}: {first['msg']}",
            where=path.name,
            hint="Mend that field of the catalogue.",
        ) from error


def hosts(sources: Iterable[Source]) -> frozenset[str]:
    """Return the hosts that publish them: the only ones ever asked."""
    return frozenset(source.host for source in sources)


def named(names: Sequence[str], sources: Sequence[Source]) -> list[Source]:
    """Return the sources of these names, in their order; case does not matter.

    A document may be named as its publisher's file is, too: ``gssg``, ``gs0343``.

    Raises:
        UsageError: when a name is not in the catalogue.
    """
    by_file = {PurePosixPath(urlsplit(s.url).path).stem.casefold(): s for s in sources}
    by_name = by_file | {source.name.casefold(): source for source in sources}
    chosen: dict[str, Source] = {}
    for name in names:
        source = by_name.get(name.strip().casefold())
        if source is None:
            raise UsageError(
                f'the catalogue has no source "{name}"',
                where="--only",
                hint=f"{near(name.casefold(), by_name)}See: fes sources list",
            )
        chosen[source.name] = source
    return list(chosen.values())


def filtered(
    sources: Iterable[Source], *, kind: str | None = None, series: str | None = None
) -> list[Source]:
    """Return the sources of a kind and for a series (``0343``, ``343`` or ``GS-0343``).

    Raises:
        UsageError: when a series is not a number of up to four digits.
    """
    code = None
    if series is not None:
        digits = series.strip().upper().removeprefix("GS").strip("- ")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
            raise UsageError(
                f'"{series}" is not a series', where="--series", hint="Give its code, such as 0343."
            )
        code = digits.zfill(4)
    return [
        source
        for source in sources
        if (kind is None or source.kind == kind) and (code is None or code in source.series)
    ]
