"""Names of departments and components, compared without the words all of them have."""

from __future__ import annotations

import re
from typing import Final

_COMMON: Final = re.compile(r"\b(?:u\.?s\.?|united states|departments?|dept\.?|of|the|and|&)(?!\w)")

SHORT: Final = {
    "blm": "Bureau of Land Management",
    "bop": "Federal Bureau of Prisons",
    "cbp": "Customs and Border Protection",
    "cdc": "Centers for Disease Control and Prevention",
    "deca": "Defense Commissary Agency",
    "dha": "Defense Health Agency",
    "dhs": "Homeland Security",
    "dla": "Defense Logistics Agency",
    "dod": "Defense",
    "doi": "Interior",
    "doj": "Justice",
    "epa": "Environmental Protection Agency",
    "fda": "Food and Drug Administration",
    "hhs": "Health and Human Services",
    "ice": "Immigration and Customs Enforcement",
    "irs": "Internal Revenue Service",
    "msha": "Mine Safety and Health Administration",
    "nasa": "National Aeronautics and Space Administration",
    "nps": "National Park Service",
    "nrcs": "Natural Resources Conservation Service",
    "omb": "Office of Management and Budget",
    "opm": "Office of Personnel Management",
    "ssa": "Social Security Administration",
    "usaf": "Air Force",
    "usda": "Agriculture",
    "usfs": "Forest Service",
    "usgs": "U.S. Geological Survey",
    "usmc": "Marine Corps",
    "va": "Veterans Affairs",
    "vha": "Veterans Health Administration",
}
"""Short forms people use, and the name as decisions print it."""


def plain(name: str) -> str:
    """Return a name in lower case without the words and marks that tell no agency from another."""
    words = _COMMON.sub(" ", SHORT.get(name.strip().casefold(), name).casefold())
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", words).split())


def within(part: str, *names: str) -> bool:
    """Return whether some words, in their order and whole, are in one of the names."""
    wanted = plain(part)
    return bool(wanted) and any(f" {wanted} " in f" {plain(name)} " for name in names)
