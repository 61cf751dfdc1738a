"""``fes serve``: the application in a browser on this machine."""

from __future__ import annotations

import click

from assistant import load
from assistant.settings import load_settings


@click.command(name="serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Where to listen."
)
def command(port: int) -> None:
    """Open the application in a browser: 127.0.0.1 only, one session a tab, a token in the address.

    A file dropped on the page is brought in as if it were dragged into a terminal; what is written
    comes as a download. Ctrl+C ends it; cases keep themselves.
    """
    settings = load_settings()

    def told(address: str) -> None:
        click.echo(f"Open {address}")
        click.echo("The address is for you alone. Ctrl+C ends it.")

    load("assistant.tui.serve.server:serve")(settings.home, port, told)
