"""The shares of time a decision reports, and who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.decisions.body.factors import quotable
from index.language import late, structure
from index.models import DecisionDuty, Passage

_PERCENT = late.pattern(r"(?<![\d.])(?P<n>\d{1,3}) ?(?:percent|per cent|%)", re.IGNORECASE)
_LIST = late.pattern(r"(?<![\d.])(?:\d{1,3}(?:, (?:and )?| and ))+\d{1,3} (?:percent|%)")
_SHARES = late.pattern(
    r"\btime\b|\bspen[dt]|\bgoes? to\b|\bdevot|\bdut(?:y|ies)\b|"
    r"\bwork(?:load|week| day)?\b|\bresponsib|\bposition description\b|\bPD\b",
    re.IGNORECASE,
)
_OTHER_THINGS = late.pattern(
    r"\b(?:accuracy|complet(?:e|ion) phase|completion|increase|decrease|budget|staff|employees|"
    r"positions|population|reduction|error|cost)\b",
    re.IGNORECASE,
)
_BOUND = late.pattern(
    r"\b(?:(?<!spend )(?<!spends )(?<!devotes )at least|a minimum of|at most|less than|more than|"
    r"fewer than|no more than|up to|over|under|exceed(?:s|ing)?"
    r"|(?:increas|decreas|declin|grow|grew|ris|rose|reduc)\w*(?: by| of)?)"
    r"(?: (?:about|approximately))?\s*$",
    re.IGNORECASE,
)
"""What makes a percentage a bound or a change, and no share; who spends at least so much tells."""
_MARK = r"^\s*(?:[•*·-]\s*|(?:major )?(?:duty|task) \d{1,2}[,.:]?\s*|\(?[0-9a-z]{1,2}[.)]\s+)?"
_SHARE = r"(?P<n>\d{1,3}) ?(?:%|percent)"
_ITEMS = (
    late.pattern(
        rf"{_MARK}(?P<label>[A-Z][^.;:%()]{{2,80}}?)\s*[-(:,]+\s*{_SHARE}(?: of (?:the |his |her )?"
        r"(?:work )?time)?\)?\s*(?:[:.-].*)?$",
        re.IGNORECASE,
    ),
    late.pattern(rf"{_MARK}\(?{_SHARE}\)?\s*[-:]?\s*(?P<label>[A-Z].+)$"),
)
_SPEAKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "supervisor",
        late.pattern(
            r"\b(?:supervisors?|manager|chief|director)\b(?:'s)? (?:\w+ ){0,3}?(?:estimat|stat|"
            r"believ|indicat|report|said|says|told|confirm|advis|attribut|put|place|rate|give)\w*"
            r"|\baccording to (?:the|his|her|their|your) (?:\w+ )?supervisor",
            re.IGNORECASE,
        ),
    ),
    (
        "employee",
        late.pattern(
            r"\b(?:appellants?|he|she|they|you)\b(?:'s?)? (?:\w+ ){0,3}?(?:estimat|stat|believ|"
            r"indicat|report|said|says|claim|contend|assert|maintain)\w*"
            r"|\baccording to the appellants?\b|\bby (?:his|her|their|the appellant's) (?:own )?"
            r"estimate",
            re.IGNORECASE,
        ),
    ),
    (
        "position description",
        late.pattern(
            r"\b(?:PDs?|JDs?|CPDs?|position descriptions?|job descriptions?|core (?:personnel )?"
            r"documents?|descriptions? of record)\b",
            re.IGNORECASE,
        ),
    ),
    ("agency", re.compile(r"\b(?:the|his|her|their|your) agency\b", re.IGNORECASE)),
    (
        "OPM",
        late.pattern(
            r"\bwe (?:\w+ )?(?:find|found|conclude|determined?|estimate|agree)", re.IGNORECASE
        ),
    ),
)
_RUN_IN = late.pattern(r"^(?P<label>[A-Z][\w/&,' -]{2,60}?)[.:]\s")
_TITLE = 6
_TELLS = late.pattern(
    r"^(?:the (?:appellants?|position|job|incumbent|agency|supervisor|PD|JD)|this|he|she|they|it"
    r"|we|his|her|their|in|on|for|as|there|according)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells something, and is no name of a duty."""
_SAYS = late.pattern(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|must|may|will|should)\b",
    re.IGNORECASE,
)
"""A verb that makes a short sentence of what could be a duty's name."""
_EACH = late.pattern(r"\bon each\b|\beach of\b|\beach\b", re.IGNORECASE)
_PARTS = late.pattern(r"\s+and\s+")
_TIME_OF = late.pattern(
    r"^(?: of)?(?: (?:his|her|their|the|your|my|its))?(?: (?:work|total|duty))?(?: time)?"
    r"(?: (?:is |was )?(?:spent )?)?(?: ?(?:on|in|for|to|of|goes to|performing|doing))?\s*"
)
_TAKES = late.pattern(
    r"(?:^|[,;:] |\b(?:that|and) )(?P<label>[^,;:.]{3,80}?) (?:occup(?:y|ies|ied)"
    r"|takes?(?: up)?|took|consum(?:es?|ed)|accounts? for|constitutes?|compris(?:es?|ed)"
    r"|represents?|makes? up)"
    r"(?: (?:about|approximately|some|roughly|nearly|only))? $",
    re.IGNORECASE,
)
_OF_WHOM = late.pattern(
    r"^(?:the appellants?'?s?|his|her|their|your|the position's|this|these|the)\b (?:own )?",
    re.IGNORECASE,
)
_STOP = late.pattern(
    r"[;.]|,? (?:and )?(?:the )?(?:remaining )?\d{1,3} ?(?:percent|%)|, (?:who|which)\b"
)


def duties(passages: Sequence[Passage]) -> tuple[DecisionDuty, ...]:
    """Return the shares of time told before the factors are evaluated.

    Percentages inside a factor's evaluation serve an argument and repeat what was told; other
    percentages (of a budget, of completion) are no shares of time.
    """
    found: list[DecisionDuty] = []
    lead = ""
    listed = _listed([p for p in passages if not (p.factor is not None and p.heading)])
    for passage in passages:
        if passage.factor is not None and passage.heading:
            continue
        if passage.id in listed:
            found += [item.model_copy(update={"by": lead or "OPM"}) for item in listed[passage.id]]
            continue
        run_in = _RUN_IN.match(structure.fold_dashes(passage.text))
        label = _name(run_in)
        for sentence, exact in quotable(passage):
            # Run together with others, a duty still opens with its name as a sentence.
            tail = sentence.rpartition(": ")[2]
            named = _RUN_IN.match(tail + " ")
            if named and named.end() >= len(tail) and len(tail.split()) <= _TITLE:
                label = _name(named)
                continue
            shares = _in_sentence(sentence, label, lead)
            found += [share.model_copy(update={"text": exact}) for share in shares]
        ends = passage.text.rstrip()
        lead = _speaker(ends[-300:]) if ends.endswith(":") else (lead if label else "")
    return tuple(found)


def _listed(passages: Sequence[Passage]) -> dict[str, list[DecisionDuty]]:
    """Return the items of a list of duties, each with its share, by the passage they stand in.

    A lone line with a percentage is no list, and shares that exceed the whole are none.
    """
    found: dict[str, list[DecisionDuty]] = {}
    for passage in passages:
        for line in passage.text.split("\n"):
            plain = structure.fold_quotes(structure.fold_dashes(line))
            item = next((m for pattern in _ITEMS if (m := pattern.match(plain))), None)
            if item is None or _TELLS.match(item["label"]):
                continue
            duty = DecisionDuty(
                label=_short(item["label"].strip(" -,.")),
                percent=int(item["n"]),
                by="OPM",
                text=" ".join(line.split()),
            )
            found.setdefault(passage.id, []).append(duty)
    shares = [duty.percent for items in found.values() for duty in items]
    return found if len(shares) > 1 and sum(shares) <= 100 and min(shares) > 0 else {}


def _name(run_in: re.Match[str] | None) -> str:
    """Return the name of a duty that opens its description, "" where a sentence opens it."""
    label = run_in["label"].strip() if run_in else ""
    return "" if _TELLS.match(label) or _SAYS.search(label) else label


def _in_sentence(sentence: str, label: str, lead: str) -> list[DecisionDuty]:
    shares = list(_PERCENT.finditer(sentence))
    if not shares or _LIST.search(sentence):
        return []
    if not _SHARES.search(sentence) and not (lead and len(shares) == 1):
        return []
    if all(_OTHER_THINGS.search(sentence[m.end() : m.end() + 40]) for m in shares):
        return []
    by = _speaker(sentence) or lead or "OPM"
    found: list[DecisionDuty] = []
    for place, match in enumerate(shares):
        percent = int(match["n"])
        if not 0 < percent <= 100 or _BOUND.search(sentence, 0, match.start()):
            continue
        following = shares[place + 1].start() if place + 1 < len(shares) else len(sentence)
        names = _names(sentence, match, following) if len(shares) > 1 or not label else [label]
        found += [DecisionDuty(label=n, percent=percent, by=by) for n in names]
    return found


def _speaker(sentence: str) -> str:
    """Return whose statement a sentence reports: the first one it names that says something."""
    named = [(m.start(), by) for by, pattern in _SPEAKERS if (m := pattern.search(sentence))]
    return min(named)[1] if named else ""


def _names(sentence: str, match: re.Match[str], following: int) -> list[str]:
    """Return what a percentage is of: the words after it, or before it.

    They stand before it in parentheses, and where the duty itself takes up the time.
    """
    bracket = sentence[: match.start()].rstrip().endswith("(")
    if bracket:
        before = re.split(r"[,;:(]|\band\b|\bfor\b", sentence[: match.start()].rstrip(" ("))[-1]
        return [before.strip(" -") or "work"]
    taking = _TAKES.search(sentence[: match.start()])
    if taking is not None:
        return [_short(_OF_WHOM.sub("", taking["label"]).strip()) or "work"]
    after = sentence[match.end() : following]
    shared = _EACH.search(after[:40])
    text = _TIME_OF.sub("", after, count=1)
    stop = _STOP.search(text)
    text = (text[: stop.start()] if stop else text).strip(" ,")
    text = re.sub(r",?\s*(?:and(?: the)?(?: remaining)?|with|while)$", "", text).strip(" ,")
    if shared:
        text = re.sub(r"^each\s+", "", text)
        text = re.sub(r"\s+and the (?:remaining|rest).*$", "", text)
        parts = _PARTS.split(text)
        if len(parts) == 2:
            noun = parts[1].rpartition(" ")[2]
            first = (
                parts[0]
                if " " in parts[0]
                else f"{parts[0]} {' '.join(parts[1].split()[1:]) or noun}"
            )
            return [first.strip(), parts[1].strip()]
    return [_short(text) or "work"]


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")
