"""Implementing directives for bands, as data: clusters, bands, definitions, qualifications.

5 CFR 9701.212 names kinds of bands and leaves their definitions, the qualification standards
and every conversion from grades to implementing directives. So nothing about a band is known
but what a directive says. A directive is read even where it lacks what the regulation
requires: :mod:`core.bands.check` lists what is missing.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from core.errors import StandardError
from core.model import Citation, Frozen
from core.reading import Day, Words, build, load, refuse
from core.standards.editions import Editions

BandKind = Literal[
    "entry-developmental", "full-performance", "senior-expert", "supervisory", "other"
]
CharacteristicKind = Literal[
    "difficulty-and-responsibility", "qualifications", "competencies", "other"
]

_ROOT: Final = Path(__file__).resolve().parent / "data"


def _key(value: str) -> str:
    if not value.replace("-", "").replace("_", "").isalnum() or value != value.lower():
        raise refuse(f"{value!a} is not a key", "Write small letters, digits and hyphens.")
    return value


Key = Annotated[str, AfterValidator(_key)]
Grade = Annotated[int, Field(strict=True, ge=1, le=19)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]


class Characteristic(Frozen):
    """One characteristic of the work in a band, as its definition gives it, in our words."""

    key: Key
    kind: CharacteristicKind
    text: Words
    page: Words


class Band(Frozen):
    """One band of a cluster.

    ``kind`` is the band of the regulation it stands for, "other" for one of its own.
    ``definition`` are the characteristics of its work; ``supervises`` whether its work
    includes supervision. ``limit`` is how many positions it may hold. ``rank`` orders the
    bands of a cluster where a position meets more than one definition.
    """

    key: Key
    kind: BandKind
    name: Words
    page: Words
    definition: tuple[Characteristic, ...] = ()
    supervises: bool | None = None
    limit: Count | None = None
    limit_page: str = ""
    rank: Annotated[int, Field(strict=True, ge=1)] | None = None

    @model_validator(mode="after")
    def _sound(self) -> Band:
        keys = [found.key for found in self.definition]
        for key in keys:
            if keys.count(key) > 1:
                raise refuse(
                    f"the characteristic {key!a} stands twice in band {self.key!a}",
                    "Rename one of the two.",
                )
        if self.limit is not None and not self.limit_page:
            raise refuse(
                f"the limit of band {self.key!a} has no page", "Add limit_page: where it stands."
            )
        return self


class Cluster(Frozen):
    """An occupational cluster: what work it groups, its series and its bands."""

    key: Key
    name: Words
    page: Words
    covers: str = ""
    series: tuple[str, ...] = ()
    order_page: str = ""
    bands: tuple[Band, ...] = ()

    def band(self, key: str) -> Band | None:
        return next((found for found in self.bands if found.key == key), None)

    @model_validator(mode="after")
    def _sound(self) -> Cluster:
        keys = [found.key for found in self.bands]
        for key in keys:
            if keys.count(key) > 1:
                raise refuse(f"band {key!a} stands twice in {self.key!a}", "Rename one of the two.")
        ranks = [found.rank for found in self.bands if found.rank is not None]
        if len(ranks) != len(set(ranks)):
            raise refuse(
                f"two bands of {self.key!a} have the same rank", "Give each a rank of its own."
            )
        if ranks and not self.order_page:
            raise refuse(
                f"the ranks in {self.key!a} have no page", "Add order_page: where the order stands."
            )
        return self


class QualificationStandard(Frozen):
    """A qualification standard for a cluster, some of its series, or one band.

    ``source`` is "opm" for one that OPM established, "own" for a different one.
    """

    cluster: Key
    band: Key | None = None
    series: tuple[str, ...] = ()
    source: Literal["opm", "own"]
    text: Words
    page: Words
    coordinated_with_opm: bool | None = None


class Conversion(Frozen):
    """One row by which the directive turns grades into a band.

    ``series`` empty means every series of the cluster; ``supervisory`` None, whatever the
    position supervises.
    """

    cluster: Key
    band: Key
    pay_plan: Words
    from_grade: Grade
    to_grade: Grade
    series: tuple[str, ...] = ()
    supervisory: bool | None = None
    page: Words

    @model_validator(mode="after")
    def _rising(self) -> Conversion:
        if self.to_grade < self.from_grade:
            raise refuse(
                f"to_grade {self.to_grade} lies below from_grade {self.from_grade}",
                "Write the lower grade first.",
            )
        return self


class Directive(Frozen):
    """One edition of an implementing directive.

    ``illustrative`` marks one that is made up to show how directives work.
    ``coordinated_with_opm`` is whether it says that its bands were coordinated with OPM.
    """

    id: Words
    edition_id: Words
    title: Words
    document: Words
    edition: Words
    illustrative: bool = False
    in_force_from: Day
    in_force_to: Day | None = None
    coordinated_with_opm: bool | None = None
    clusters: tuple[Cluster, ...] = ()
    qualification_standards: tuple[QualificationStandard, ...] = ()
    conversion: tuple[Conversion, ...] = ()

    def cite(self, page: str, section: str = "") -> Citation:
        return Citation(document=self.document, edition=self.edition, page=page, section=section)

    def cluster(self, key: str) -> Cluster | None:
        return next((found for found in self.clusters if found.key == key), None)

    @model_validator(mode="after")
    def _sound(self) -> Directive:
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            raise refuse("in_force_to lies before in_force_from", "Correct one of the two.")
        keys = [found.key for found in self.clusters]
        for key in keys:
            if keys.count(key) > 1:
                raise refuse(f"cluster {key!a} stands twice", "Rename one of the two.")
        rows: list[QualificationStandard | Conversion] = [
            *self.qualification_standards,
            *self.conversion,
        ]
        for row in rows:
            cluster = self.cluster(row.cluster)
            if cluster is None:
                raise refuse(
                    f"{row.cluster!a} is not a cluster of this directive",
                    f"Its clusters are {', '.join(keys) or 'none'}.",
                )
            if row.band is not None and cluster.band(row.band) is None:
                names = ", ".join(found.key for found in cluster.bands)
                raise refuse(
                    f"{row.band!a} is not a band of {row.cluster!a}",
                    f"Its bands are {names or 'none'}.",
                )
        return self


def parse_directive(text: str, where: str = "directive") -> Directive:
    """Read a directive from TOML text.

    Raises:
        StandardError: the text is not TOML, or a field is unknown, wrong or contradictory.
            What the regulation requires and the directive lacks is no error here.
    """
    data = load(text, where=where, fmt="toml", error=StandardError)
    return build(Directive, data, where=where, error=StandardError)


@cache
def _editions() -> Editions[Directive]:
    return Editions(_ROOT, parse_directive, "directive")


def list_directives() -> tuple[Directive, ...]:
    """Return every edition of every directive that comes with the program."""
    return _editions().every()


def load_directive(directive_id: str, as_of: date | None = None) -> Directive:
    """Return the edition of a directive in force on a day; None means the newest.

    Raises:
        StandardError: there is no such directive, or no edition of it was in force.
    """
    return _editions().in_force(directive_id, as_of)
