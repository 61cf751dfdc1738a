"""The example directive as text, and positions stated against it."""

from __future__ import annotations

from pathlib import Path

from core.bands.evaluation import BandCase, parse_band_case

EXAMPLE = "example-emergency-logistics"

FILE = (
    Path(__file__).resolve().parents[3] / "core" / "bands" / "data" / EXAMPLE / "2006-05.toml"
).read_text(encoding="utf-8")


def case(more: str = "") -> BandCase:
    text = f'title = "x"\ndirective = "{EXAMPLE}"\ncluster = "emergency-logistics"\n{more}'
    return parse_band_case(text, where="band.toml")


FULL = "".join(
    f'[[findings]]\ncharacteristic = "full.{key}"\nanswer = "met"\n'
    for key in ("range", "command", "trained")
)
