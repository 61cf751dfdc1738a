"""What people call a document leads to the document, and to no other."""

from __future__ import annotations

import pytest

from index.language.document_names import document_named, printing

TITLES = {
    "gssg": "General Schedule Supervisory Guide",
    "leader": "General Schedule Leader Grade Evaluation Guide",
    "aageg": "Administrative Analysis Grade Evaluation Guide",
    "clerical": "Grade Level Guide for Clerical and Assistance Work",
    "policy": "Policy Analysis Grade Evaluation Guide",
    "progspec": "Guide for the Evaluation of Program Specialist Positions",
    "research": "Research Grade Evaluation Guide",
    "writing": "Writing and Editing Grade Evaluation Guide",
    "intro": "Introduction to the Position Classification Standards",
    "handbook": "The Classifier's Handbook",
    "occ": "Handbook of Occupational Groups and Families",
    "gs0343": "Position Classification Flysheet for Management and Program Analysis Series, 0343",
    "gs0340": "Position Classification Flysheet for Program Management Series, 0340",
    "gs0301": "Miscellaneous Administration and Program Series, GS-0301",
    "gs0200": "Job Family Standard for Administrative Work in the Human Resources Management "
    "Group, GS-0200",
    "police": "Position Classification Standard for Police Series, GS-0083",
    "sec": "Secretary Series, GS-0318",
    "contract": "Contracting Series, GS-1102",
    "5-cfr-511": "5 CFR Part 511 Classification Under the General Schedule",
    "5-cfr-536": "5 CFR 536.101 Grade and Pay Retention",
    "C-0080-11-02": "Classification Appeal Decision C-0080-11-02",
    "lamps": "Guide to Lamp Keeping",
    "cyber": "Interpretive Guidance for Cybersecurity Positions",
}

NAMED = [
    ("GSSG", "gssg"),
    ("the supervisory guide", "gssg"),
    ("what does the leader guide say", "leader"),
    ("the clerical guide", "clerical"),
    ("the Introduction", "intro"),
    ("the Handbook", "handbook"),
    ("the 0343 flysheet", "gs0343"),
    ("GS-343 standard", "gs0343"),
    ("the police standard", "police"),
    ("secretary standard", "sec"),
    ("the Classifier's Handbook", "handbook"),
    ("the occupational handbook", "occ"),
    ("Handbook of Occupational Groups", "occ"),
    ("administrative analysis guide", "aageg"),
    ("AAGEG", "aageg"),
    ("the policy analysis guide", "policy"),
    ("program specialist guide", "progspec"),
    ("research guide", "research"),
    ("RGEG", "research"),
    ("the flysheet for program management", "gs0340"),
    ("program management flysheet", "gs0340"),
    ("the 0200 job family standard", "gs0200"),
    ("human resources standard", "gs0200"),
    ("the 0201 standard", "gs0200"),
    ("5 CFR 511", "5-cfr-511"),
    ("part 536", "5-cfr-536"),
    ("C-0080-11-02", "C-0080-11-02"),
    ("decision C 0080 11 02", "C-0080-11-02"),
    ("guide to lamps", "lamps"),
    ("the lamp guide", "lamps"),
    ("general schedule supervisory guide", "gssg"),
    ("supervisor's guide", "gssg"),
    ("a writing guide", "writing"),
    ("the writing and editing guide", "writing"),
    ("contracting series", "contract"),
    ("the contracting standard", "contract"),
    ("miscellaneous administration flysheet", "gs0301"),
    ("the 1102 standard", "contract"),
    ("intro", "intro"),
    ("gssg factor 3", "gssg"),
    ("does it say in the team leader guide that", "leader"),
    ("the guide for supervisors", "gssg"),
    ("the cybersecurity guidance", "cyber"),
    ("interpretive guidance for cybersecurity", "cyber"),
    ("management analysis flysheet", "gs0343"),
    ("the management and program analysis flysheet", "gs0343"),
    ("the clerical and assistance work guide", "clerical"),
    ("page of the policy analysis guide", "policy"),
    ("the leader grade evaluation guide", "leader"),
    ("the program specialist guide", "progspec"),
    ("HR management job family standard", "gs0200"),
    ("the police series standard", "police"),
    ("0318 flysheet", "sec"),
    ("GS-0083", "police"),
    ("cfr part 511", "5-cfr-511"),
    ("the handbook of occupational groups and families", "occ"),
    ("the GSLGEG", "leader"),
    ("guide for clerical work", "clerical"),
    ("The Guide to Lamp Keeping", "lamps"),
    ("standards for secretaries", "sec"),
    ("the admin analysis guide", "aageg"),
    ("the writing guide", "writing"),
    ("research grade guide", "research"),
]
NOT_NAMED = [
    "the guide",
    "what is on",
    "how is a position classified",
    "who wrote the report of 2014",
    "factor 2 level 2-4",
    "standards",
    "what guide applies to me",
    "the evaluation guide",
]


@pytest.mark.parametrize(("text", "document"), NAMED)
def test_a_name_leads_to_its_document(text: str, document: str) -> None:
    assert document_named(text, TITLES) == (document,)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_word_of_many_titles_names_none(text: str) -> None:
    assert document_named(text, TITLES) == ()


def test_a_name_that_fits_several_names_them_all() -> None:
    copies = {
        "old": "General Schedule Supervisory Guide",
        "new": "general schedule supervisory guide",
    }
    assert document_named("the GSSG", copies) == ("old", "new")


def test_an_official_name_means_the_official_document() -> None:
    titles = {
        "pd": "Introduction",
        "intro": "Introduction to the Position Classification Standards",
        "lead": "Lamp Keeping Lead, GS-0301-13",
        "gs0301": "Miscellaneous Administration and Program Series, GS-0301",
    }
    assert document_named("the Introduction", titles) == ("intro",)
    assert document_named("the 0301 flysheet", titles) == ("gs0301",)


def test_the_only_one_of_its_sort_needs_no_more() -> None:
    assert document_named("the manual", {"m": "Manual of Lamps", "g": "Guide to Lamps"}) == ("m",)


def test_a_text_that_is_a_name_needs_no_sort() -> None:
    titles = {"lamps": "Guide to Lamp Keeping", "doors": "Notice on the Painting of Doors"}
    assert document_named("the lamp book", titles) == ()
    assert document_named("the lamp book", titles, alone=True) == ("lamps",)


def test_the_primary_standard_is_looked_for_where_it_is_printed() -> None:
    introduction = "Introduction to the Position Classification Standards"
    titles = {"lamps": "Guide to Lamps", "intro": introduction}
    assert printing("the Primary Standard's level for scope", titles) == ("intro",)
    assert printing("the standard for scope", titles) == ()
