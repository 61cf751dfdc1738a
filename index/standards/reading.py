"""Official documents into standards: rows, outline, tables, and everything put together.

The document's own words are kept: every level with its points, its text and the printed pages
it stands on, the illustrations and benchmark positions apart from them, the conversion table
and the chart for Factors 6 and 7. What is doubtful is listed for a person to confirm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.standards.criteria import CombinedChart, GradeRange
from core.standards.levels import factor_id
from core.standards.model import Example, Method, Note, Statement
from core.standards.settled import Correction, Doubt, Figure
from index.language.structure import fold
from index.models import Document
from index.standards import about, naming, refusing
from index.standards import corrections as corrected
from index.standards.checks import whole
from index.standards.checks.figures import doubts, parts_by_series
from index.standards.guides import degrees, leading, narrative
from index.standards.outline import tables
from index.standards.outline.behind import outline_of
from index.standards.outline.examples import apart
from index.standards.outline.marks import FES_NAMES, SUPERVISORY_NAMES
from index.standards.outline.walk import Outline
from index.standards.record import (
    FIRST_DAY,
    Draft,
    ExampleDraft,
    ReadFactor,
    ReadLevel,
    ReadStandard,
    cut_off,
    doubtful,
)
from index.standards.rows import Row, Source, Span, accounts

_CHART_ROW = 120
"""A row of a chart is not longer, in characters."""


@dataclass(frozen=True, slots=True)
class Values:
    """The point value of every level: of the Primary Standard, and of the supervisory guide."""

    primary: Mapping[str, int]
    supervisory: Mapping[str, int]


def read_standard(
    document: Document,
    values: Values,
    corrections: Sequence[Correction] = (),
    figures: Sequence[Figure] = (),
) -> ReadStandard:
    """Read a standard from a document as a parser gives it.

    Args:
        document: what :func:`index.documents.formats.parse` returned.
        values: the point values that what is printed is held against.
        corrections: what a person has set right in an earlier reading of the document.
        figures: ranges of grades and cells of the chart that a person has set right.

    Raises:
        StandardError: the words that a correction names do not stand in the document.
        DocumentError: it is no standard, or grades nothing: the message says what it is and,
            for a flysheet, where it sends the classifier.
    """
    source = Source(document)
    document = document.model_copy(update={"title": naming.title_of(source)})
    source.document = document
    refusing.refuse_other_kinds(source)
    rows = tables.opened(corrected.rows(source, corrections))
    wanted = naming.standard_id(document.title, document.series)
    section, title = "", document.title
    prints_primary = re.search(r"\bintroduction\b|\bprimary standard\b", title, re.IGNORECASE)
    part = naming.primary_part(rows) if prints_primary else []
    if part:
        section = naming.section_before(rows, part[0])
        rows, wanted = part, naming.PRIMARY_ID
    supervisory = wanted == naming.SUPERVISORY_ID
    held = values.supervisory if supervisory else values.primary
    outline = outline_of(rows, SUPERVISORY_NAMES if supervisory else FES_NAMES, held)
    method: Method = "gssg" if supervisory else "fes"
    builder = _Builder(source, outline, held)
    guide, points = narrative.ReadGuide([], {}, []), list[GradeRange]()
    factors = builder.factors()
    if not any(level.text for factor in factors for level in factor.levels):
        guide, points = _guide(source, rows, figures)
        factors = guide.factors
        if not factors:
            raise refusing.refusal(source)
        method = "narrative"
        outline.roles.update(guide.roles)
        for held_rows in outline.sections.values():
            held_rows[:] = [row for row in held_rows if row.start not in guide.roles]
        builder.doubts += guide.doubts
    chart = corrected.chart(builder.chart(), figures) if method == "fes" else None
    conversion = (
        points if method == "narrative" else corrected.ranges(builder.conversion(), figures, source)
    )
    issued = naming.issued(document)
    if method != "narrative":
        factors = [corrected.factor(one, corrections) for one in builder.refreshed(factors)]
    builder.doubts += [] if method == "narrative" else parts_by_series(outline.levels.values())

    def held_of(name: str) -> list[Row]:
        return outline.sections.get(name, [])

    listed = naming.listed(outline.sections.get("coverage", []), document.series)
    standard = ReadStandard.model_construct(
        id=wanted,
        edition_id=issued.strftime("%Y-%m") if issued else "undated",
        title="Factor Evaluation System Primary Standard" if part else document.title,
        document=document.title,
        edition=document.edition or (issued.strftime("%B %Y") if issued else ""),
        section=section,
        page=factors[0].page,
        method=method,
        text="official",
        status="in_force",
        in_force_from=issued or FIRST_DAY,
        pay_plan="GS",
        series=() if part else naming.covered(document.title, listed),
        coverage=_statements(
            about.section(source, held_of("coverage"), "coverage")
            or about.section(source, held_of("definition"), "definition")
        ),
        exclusions=_statements(about.section(source, held_of("exclusions"), "exclusions")),
        titles=tuple(about.titles(outline.sections)),
        factors=tuple(factors),
        conversion=tuple(conversion),
        notes=tuple(
            Note.model_construct(
                code=f"note-to-users-{number}", severity="note", text=note.text, page=note.page
            )
            for number, note in enumerate(
                about.notes(source, held_of("notes"), outline.factors.values()), start=1
            )
        ),
        combined=chart,
        examples=tuple(builder.examples(conversion, guide.examples)),
        corrections=tuple(corrections),
        figures=tuple(figures),
        day=issued,
        undescribed=tuple(sorted(set(outline.unknown) - set(outline.levels))),
        accounts=tuple(accounts(source, rows, outline.roles, whole=not part)),
        repairs=(*outline.repairs, *document.repairs),
        rule_text=guide.rule.text,
        rule_page=guide.rule.page,
        governing=guide.rule.governing,
        governing_criterion=guide.rule.criterion,
        chart=guide.chart,
    )
    found = (
        *outline.doubts, *builder.doubts, *doubts(standard, held),
        *whole.doubts(standard, held, rows, outline.loose),
    )  # fmt: skip
    return standard.model_copy(update={"doubts": found})


def _guide(
    source: Source, rows: Sequence[Row], figures: Sequence[Figure]
) -> tuple[narrative.ReadGuide, list[GradeRange]]:
    """Return what a guide by the work led, by degrees or by grade describes, and its table."""
    if leading.is_leader_guide(source.document.title):
        return leading.read(source, rows), []
    if refusing.grades_by_degrees(source):
        return degrees.read(source, rows, figures)
    return narrative.read(source, rows), []


def _statements(spans: Sequence[Span]) -> tuple[Statement, ...]:
    return tuple(Statement.model_construct(text=one.text, page=one.page) for one in spans)


class _Builder:
    """Turns the drafts of an outline into records, completing them from tables."""

    def __init__(self, source: Source, outline: Outline, values: Mapping[str, int]) -> None:
        self._source = source
        self._outline = outline
        self._values = values
        self.doubts: list[Doubt] = []
        self._tabled: list[Row] = []
        self._charted: list[Row] = []
        self._take_tables_out()

    def _take_tables_out(self) -> None:
        """Part a conversion table or a chart that stands below a level without a heading."""
        held: list[Draft | ExampleDraft] = [*self._outline.levels.values()]
        for one in [*held, *self._outline.examples]:
            ranged = [n for n, row in enumerate(one.rows) if tables.conversion_rows([row])]
            if len(ranged) >= 4:
                self._tabled += cut_off(one, ranged[0])
        for draft in self._outline.levels.values():
            start = tables.chart_start(draft.rows) if draft.level[0] in "67" else None
            if start is not None:
                self._charted += cut_off(draft, start)

    def factors(self) -> list[ReadFactor]:
        """Return the factors that have levels, in order."""
        outline = self._outline
        self._from_tails()
        self._from_charts()
        printed = self._printed_points()
        found = []
        for key in sorted(outline.factors):
            draft = outline.factors[key]
            levels = []
            for level in sorted(
                (one for one in outline.levels.values() if one.level.partition("-")[0] == key),
                key=lambda one: one.level,
            ):
                points = level.points = level.points or tables.points_below(level)
                span = self._source.span(level.rows)
                if points is None:
                    points = printed.get(level.level) or tables.points_at_end(span.text)
                levels.append(
                    ReadLevel.model_construct(
                        level=level.level,
                        points=points or 0,
                        page=level.page,
                        page_end=span.page_end or level.page,
                        text=span.text,
                    )
                )
            levels = self._without_listed(levels)
            if levels:
                told = any(not row.heading for row in draft.rows)
                measures = self._source.span(draft.rows).text if told else ""
                found.append(
                    ReadFactor.model_construct(
                        factor=factor_id(key),
                        name=draft.name,
                        page=draft.page,
                        measures=measures,
                        levels=tuple(levels),
                    )
                )
        return found

    def _without_listed(self, levels: list[ReadLevel]) -> list[ReadLevel]:
        """Drop levels that are only listed: no text, where others of the factor have some."""
        if not any(level.text for level in levels):
            return []
        empty = [level for level in levels if not level.text]
        return [level for level in levels if level.text or len(empty) < 3]

    def _from_tails(self) -> None:
        """Take levels that stand at the end of a table's rows, where nothing describes them."""
        outline = self._outline
        described = {name.partition("-")[0] for name, one in outline.levels.items() if one.rows}
        for name, (points, row, text) in sorted(outline.tails.items()):
            if name.partition("-")[0] in described:
                continue
            draft = outline.levels.get(name)
            if draft is None:
                draft = outline.levels[name] = Draft(name, points, row.page, 0)
            draft.points = points
            draft.rows = [Row(text, row.start, row.start + len(text), row.page)]
            outline.roles[row.start] = f"Level {name}"

    def _from_charts(self) -> None:
        """Take the levels of a factor that a chart assigns, where no level is described by itself.

        Some standards describe kinds of knowledge and of situations, and print in a chart which
        level both together make: the whole factor is each level's description then.
        """
        outline = self._outline
        described = {name.partition("-")[0] for name, one in outline.levels.items() if one.rows}
        for key, factor in outline.factors.items():
            names = {
                match.group()
                for row in factor.rows
                if len(row.text) < _CHART_ROW
                for match in re.finditer(rf"(?<![\w.-]){key}-[1-9](?![\w-])", fold(row.text))
            }
            bare = {name: one for name, one in outline.levels.items() if name.startswith(f"{key}-")}
            known = sorted(name for name in {*names, *bare} if name in self._values)
            if key in described or len(known) < 2 or not factor.rows:
                continue
            page = factor.rows[0].page
            for name in known:
                points = bare[name].points if name in bare else None
                outline.levels[name] = Draft(name, points, page, 0, list(factor.rows))
            self.doubts.append(
                doubtful(
                    "levels-by-chart",
                    f"Factor {key}",
                    f"no level of Factor {key} is described by itself: a chart assigns "
                    f"{', '.join(known)}, and the whole factor stands as the words of each",
                    page,
                    blocks=tables.stand_apart(factor.rows),
                )
            )

    def _printed_points(self) -> dict[str, int]:
        """Return points that tables give to levels whose own headings print none."""
        outline = self._outline
        bare = {
            name for name, one in outline.levels.items()
            if one.points is None and not name[-1].isalpha()
        }  # fmt: skip
        if not bare:
            return {}
        inside = {row.start for example in outline.examples for row in example.rows}
        rows = [row for row in outline.rows if row.start not in inside]
        found: dict[str, int] = {}
        for level, points, _row in tables.level_points(rows):
            if level in bare:
                found.setdefault(level, points)
        return found

    def conversion(self) -> list[GradeRange]:
        """Return the conversion table, from its section or from wherever ranges stand."""
        outline = self._outline
        rows = tables.conversion_rows(outline.sections.get("conversion", []))
        rest = [
            row
            for name, held in outline.sections.items()
            if name not in ("benchmarks", "illustrations")
            for row in held
        ]
        factor_rows = [row for factor in outline.factors.values() for row in factor.rows]
        for more in (self._tabled, rest, factor_rows):
            if len(rows) < 2:
                rows = tables.conversion_rows(more)
        return rows

    def chart(self) -> CombinedChart | None:
        """Return the chart for Factors 6 and 7 where one is printed."""
        outline = self._outline
        lettered = any(name[-1].isalpha() for name in outline.levels)
        near = [
            row for name in ("chart", "between", "other") for row in outline.sections.get(name, [])
        ]
        for rows in (outline.sections.get("chart", []), self._charted):
            found = tables.combined_chart(rows)
            if found is not None:
                return found
        found = tables.combined_chart(near) if lettered else None
        if found is None and lettered:
            held = [row for key in "67" if key in outline.factors
                    for row in outline.factors[key].rows]  # fmt: skip
            found = tables.combined_chart(held)
        return found

    def refreshed(self, factors: list[ReadFactor]) -> list[ReadFactor]:
        """Return the factors with what they measure; factors described together share it."""
        measures = {factor.key: factor.measures for factor in factors}
        if not {"6", "7"} <= measures.keys():
            return factors
        bare, told = ("6", "7") if len(measures["6"]) < 10 else ("7", "6")
        if len(measures[bare]) >= 10:
            return factors
        return [
            factor.model_copy(update={"measures": measures[told]}) if factor.key == bare else factor
            for factor in factors
        ]

    def examples(
        self, conversion: Sequence[GradeRange], aside: Sequence[ExampleDraft]
    ) -> list[Example]:
        """Return illustrations and benchmarks with their levels, and the grade they earn."""
        found = []
        drafts = aside or self._outline.examples
        for draft in (one for held in drafts for one in apart(held)):
            span = self._source.span(draft.rows)
            if not span.text:
                continue
            title = draft.title or f"Illustration of Level {next(iter(draft.levels.values()), '')}"
            found.append(
                Example.model_construct(
                    kind=draft.kind,
                    title=title.strip(),
                    series=draft.series,
                    grade=draft.grade or self._grade_of(draft, conversion),
                    levels=dict(draft.levels),
                    page=draft.page,
                    page_end=span.page_end or draft.page,
                    text=span.text,
                )
            )
        return found

    def _grade_of(self, draft: ExampleDraft, conversion: Sequence[GradeRange]) -> int | None:
        """Return the grade of a benchmark that names the levels of all nine factors."""
        points = [self._values.get(level) for level in draft.levels.values()]
        if draft.kind != "benchmark" or len(points) != 9 or None in points:
            return None
        total = sum(point for point in points if point is not None)
        for row in conversion:
            if row.min <= total and (row.max is None or total <= row.max):
                return row.grade
        return None
