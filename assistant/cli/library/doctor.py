"""``fes doctor``: what the installation has: data folder, library, embeddings, model."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

import click

from assistant.cli.output import json_option, print_json
from assistant.llm.chat_models import load_chat_model
from assistant.llm.embedders import load_embedder
from assistant.llm.libraries import open_library
from assistant.settings import Settings, load_settings
from assistant.text import safe_text
from core import VERSION
from core.errors import AppError


@click.command()
@json_option
def command(*, as_json: bool) -> None:
    """Say what this installation has, and what is missing."""
    checks = examine(load_settings())
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        for check in checks:
            mark = "ok     " if check.ok else "MISSING"
            click.echo(f"{mark} {check.name}: {safe_text(check.detail)}")
            if check.hint:
                click.echo(f"        {safe_text(check.hint)}")
    if not all(check.ok for check in checks):
        sys.exit(3)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is as it should be, and what to do when it is not."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


def examine(settings: Settings) -> list[Check]:
    """Look at everything a run depends on; nothing is changed and no network is used."""
    return [
        Check("version", True, VERSION),
        _try("standards", _standards),
        _try("data folder", lambda: _home(settings)),
        _try("embeddings", lambda: _embeddings(settings)),
        _try("library", lambda: _library(settings)),
        _try("chat model", lambda: _model(settings)),
    ]


def _try(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except AppError as error:
        return Check(name, False, f"{error.where}: {error.message}".lstrip(": "), error.hint)


def _standards() -> str:
    from core.standards.catalog import list_standards

    return ", ".join(f"{s.id} ({s.edition_id})" for s in list_standards())


def _home(settings: Settings) -> str:
    from core.errors import StorageError

    folder = settings.home
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        raise StorageError(
            f"{settings.home} cannot be written",
            where="FES_HOME",
            hint="Set FES_HOME to a folder you may write to.",
        )
    return str(settings.home)


def _embeddings(settings: Settings) -> str:
    from index.record.embedding import MiniLM

    embedder = load_embedder(settings.embedder) or MiniLM()
    # One text through the model shows that its files are there and whole.
    embedder.embed_query("level of work")
    return f"{embedder.name} {embedder.version}, {embedder.dimensions} dimensions"


def _library(settings: Settings) -> str:
    if not settings.home.exists():
        return "empty; add documents with fes ingest"
    with open_library(settings) as library:
        known = library.documents()
        passages = sum(d.passages for d in known)
    return f"{len(known)} documents, {passages:,} passages"


def _model(settings: Settings) -> str:
    if not settings.model:
        return "none set (FES_MODEL): answers quote, and do not paraphrase"

    load_chat_model(settings.model)
    return settings.model
