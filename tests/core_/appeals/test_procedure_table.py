"""Every rule of procedure has its place, its words and their date, and the words stand there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from core.law.rulebook import ordinal
from core.law.rules import all_rules, table

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "procedure.md"
# The text that a place stands in, by how the place begins.
TEXTS = {
    "5 CFR 511.": "regulations/5-cfr-511.txt",
    "5 CFR 532.7": "regulations/5-cfr-532-subpart-g.txt",
    "5 CFR 536.": "regulations/5-cfr-536.txt",
    "5 CFR 752.": "regulations/5-cfr-752-subpart-d.txt",
    "5 CFR 335.": "regulations/5-cfr-335-103-2015-edition.txt",
    "5 CFR 9701.": "regulations/5-cfr-9701-subpart-b.txt",
    "5 U.S.C. 51": "regulations/5-usc-51.txt",
    "5 U.S.C. 53": "regulations/5-usc-5361-5366.txt",
    "5 U.S.C. 71": "regulations/5-usc-7121.txt",
    "Introduction": "standards/introduction-to-position-classification.pdf",
    "Classifier's Handbook": "standards/classifier-handbook.pdf",
    "C-0080-11-02": "decisions/C-0080-11-02.txt",
}

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def folded(text: str) -> str:
    """Fold spaces, dashes and quotation marks, which differ between copies of one text."""
    for signs, one in (("\u2018\u2019", "'"), ("\u201c\u201d", '"'), ("\u2212\u2013\u2014", "-")):
        text = re.sub(f"[{signs}]", one, text)
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("\u00ad", "")).lower()


def _word(count: int) -> str:
    return ("zero", *NUMBERS)[count] if count <= len(NUMBERS) else str(count)


def read(path: Path) -> str:
    if path.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(path)
        return folded(" ".join(page.get_textpage().get_text_range() for page in pages))
    return folded(path.read_text(encoding="utf-8"))


def test_the_page_of_the_documentation_says_what_the_rules_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.endswith(table()), "docs/procedure.md differs: write it anew with make pages"


def test_every_rule_says_how_sure_it_is_since_when_and_by_which_words() -> None:
    for rule in all_rules().values():
        assert rule.verified in ("V", "P"), rule.code
        assert rule.since, rule.code
        assert rule.bears, rule.code
        assert all(len(one.words.split()) <= 25 for one in rule.bears), rule.code


def test_the_number_of_a_rule_stands_in_the_words_that_bear_it() -> None:
    for rule in all_rules().values():
        if rule.count is not None:
            words = " ".join(one.words.lower() for one in rule.bears)
            forms = (f"{rule.count:,}", str(rule.count), ordinal(rule.count), _word(rule.count))
            printed = [form for form in forms if re.search(rf"(?<!\w){form}(?!\w)", words)]
            assert printed, f"{rule.code} says {rule.count}, and none of its words does"


def _said(node: ast.AST) -> Iterator[str]:
    """Yield the sentences of code, without ways of asking and words looked up in documents."""
    looked_up = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("rule", "law")
    if looked_up or (isinstance(node, ast.keyword) and node.arg == "asks"):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _said(child)


def test_no_answer_types_a_number_of_calendar_days() -> None:
    for path in (ROOT / "assistant").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "calendar days" in text:
            typed = [s for s in _said(ast.parse(text)) if re.search(r"\d calendar days", s)]
            assert not typed, f"{path.name}: take the number from its rule"


def test_no_answer_types_the_number_of_a_rule_it_quotes() -> None:
    for path in (ROOT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "rule":
                said = [one.value for one in node.args if isinstance(one, ast.Constant)]
                known = all_rules().get(str(said[0])) if said else None
                if known is not None and known.count is not None:
                    words = " ".join(map(str, said[1:]))
                    typed = re.search(rf"(?<![\w-]){known.count}(?!\w)", words)
                    assert not typed, f"{path.name}: quoted_rule has the words of {known.code}"


def test_rules_that_rest_on_the_same_place_of_law_say_the_same_number() -> None:
    said: dict[tuple[str, str], dict[str, int]] = {}
    for rule in all_rules().values():
        for one in rule.bears:
            if rule.count is not None and str(rule.count) in one.words.split():
                said.setdefault((one.place, rule.unit), {})[rule.code] = rule.count
    differing = [codes for codes in said.values() if len(set(codes.values())) > 1]
    assert differing == []


def test_a_rule_whose_text_was_read_rests_on_a_text_that_can_be_read_again() -> None:
    for rule in all_rules().values():
        if rule.verified == "V":
            known = [one for one in rule.bears if one.place.startswith(tuple(TEXTS))]
            assert known, rule.code


@pytest.mark.corpus
def test_the_words_stand_in_their_texts(corpus: Path) -> None:
    texts = {start: read(corpus / name) for start, name in TEXTS.items()}
    missing = []
    for rule in all_rules().values():
        for one in rule.bears:
            start = next((start for start in TEXTS if one.place.startswith(start)), None)
            if start is not None and folded(one.words) not in texts[start]:
                missing.append((rule.code, one.place, one.words))
    assert missing == []
