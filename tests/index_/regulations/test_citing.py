"""How people name a place of law, and what they then get first."""

from __future__ import annotations

import pytest

from index.regulations.citing import references, split


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("536.207", "5 CFR 536.207"),
        ("section 511.703(b)(3)", "5 CFR 511.703(b)(3)"),
        ("511.605 c", "5 CFR 511.605(c)"),
        ("title 5 usc 5363 b 2 B", "5 U.S.C. 5363(b)(2)(B)"),
        ("5 U.S.C. §§ 5361-5366", "5 U.S.C. 5361 to 5366"),
        ("511.701 through 511.703", "5 CFR 511.701 to 511.703"),
        ("§ 5 CFR 532.703(b)(10)", "5 CFR 532.703(b)(10)"),
        ("5CFR536.302", "5 CFR 536.302"),
        ("5 C.F.R. § 511.607(a)(1)", "5 CFR 511.607(a)(1)"),
        ("paragraph (b)(3) of 511.703", "5 CFR 511.703(b)(3)"),
        ("5 USC 5104 GS-12", "5 U.S.C. 5104"),
        ("5 U.S. Code § 5104(12)(A)", "5 U.S.C. 5104(12)(A)"),
        ("usc 7121(d)", "5 U.S.C. 7121(d)"),
        ("7121(d)", "5 U.S.C. 7121(d)"),
        ("what 5102(c)(3) leaves out", "5 U.S.C. 5102(c)(3)"),
        ("title 5 section 5112", "5 U.S.C. 5112"),
        ("section 5107 of title 5", "5 U.S.C. 5107"),
        ("sec 5106(c)", "5 U.S.C. 5106(c)"),
        ("29 CFR 1614.105", "29 CFR 1614.105"),
        ("subpart G of 511", "5 CFR part 511, subpart G"),
        ("part 536 subpart c", "5 CFR part 536, subpart C"),
        ("chapter 51 of title 5", "5 U.S.C. chapter 51"),
    ],
)
def test_a_place_is_known_however_it_is_written(said: str, meant: str) -> None:
    assert [one.reference.text() for one in references(said, bare=True)] == [meant]


@pytest.mark.parametrize(
    "said",
    ["series 0343", "GS-0343-12", "5.5 percent", "Level 2-4, 450 points", "part time work",
     "section 2 of the handbook", "Part I of the guide", "page 12", "in 2014"],
)  # fmt: skip
def test_other_numbers_name_no_law(said: str) -> None:
    assert references(said, bare=True) == []


def test_a_citation_is_read_back() -> None:
    assert split("5 CFR 511.703(b)(1)") == ("511.703", ("b", "1"))
    assert split("5 U.S.C. 5104(12)") == ("5104", ("12",))
    assert split("5 CFR 536.103, Comparison rate (1)(i)")[0] == "536.103"
