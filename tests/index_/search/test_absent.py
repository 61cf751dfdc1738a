"""What a search names and no document held is of; every document here is made up."""

from __future__ import annotations

import pytest

from index.models import Decision, DecisionClassification, Kind, Passage, Query
from index.search.absent import absent, may_name
from index.search.facets import Facets
from index.search.query import understand


def _passage(number: int, document: str, title: str, kind: Kind, **fields: object) -> Passage:
    text = "Nobody trims these lamps."
    made = Passage(
        id=f"{document}#{number}", document=document, kind=kind, title=title, text=text,
        start=0, end=len(text),
    )  # fmt: skip
    return made.model_copy(update=fields)


HELD = Facets(
    dict(
        enumerate(
            [
                *(
                    _passage(
                        n, "analysis", "Administrative Analysis Grade Evaluation Guide",
                        "standard", level=f"{n}-3", levels=(f"{n}-3",), stance="standard",
                    )
                    for n in range(1, 10)
                ),
                _passage(1, "flysheet", "Flysheet for Lamp Analysis, 0343", "standard",
                         series=("0343",)),
                _passage(1, "wicks", "Job Family Standard for Wick Work, GS-0200", "standard",
                         series=("0201",)),
                _passage(1, "jars", "Job Family Standard for Jar Work, GS-1800", "standard"),
                _passage(1, "handbook", "Handbook of Lamp Groups", "guide", series=("0905",)),
                _passage(1, "C-9999-12-07", "Decision C-9999-12-07", "decision",
                         series=("0083",)),
                _passage(1, "manual", "Lamp Manual", "other", heading=("101.305 Wicks",)),
                _passage(1, "law", "5 CFR part 511, Lamps", "regulation",
                         citation="5 CFR 511.703(b)(1)", heading=("§ 511.703 Dates.",)),
            ]
        )
    )
)  # fmt: skip


def named(text: str) -> list[str]:
    found = absent(text, understand(Query(query=text), HELD.titles), HELD)
    assert may_name(text) or not found
    return [one.what for one in found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("5 CFR 430.208 rating of record", "5 CFR 430.208"),
        ("what does section 4303 of title 5 say", "5 U.S.C. 4303"),
        ("29 CFR 1614.105", "29 CFR 1614.105"),
        ("locality pay rates in Denver", "locality pay and the salary tables"),
        ("title 38 hybrid qualification rules", "OPM's qualification standards"),
        ("decision C-9999-01-01", "Decision C-9999-01-01"),
        ("what is Level 6-7", "Level 6-7"),
        ("Level 9-4 of the administrative analysis guide", "Level 9-4"),
        ("GS-0905 attorney grade levels", "the standard for General Attorney, 0905"),
        ("the attorney guide, GS-0905, for GS-13", "the standard for General Attorney, 0905"),
        ("the contracting standard on complexity", "the standard for Contracting, 1102"),
        ("contracting standard points for complexity", "the standard for Contracting, 1102"),
        ("the social worker standard", "the standard for Social Work, 0185"),
        ("the leader guide", "OPM's guide for leader positions"),
        ("functional guide for team leaders", "OPM's guide for leader positions"),
        ("deadline for an appeal to the MSPB",
         "the procedure of the Merit Systems Protection Board"),
        ("how do I file an EEO complaint",
         "the procedure for complaints of discrimination (EEO)"),
        ("what does executive order 11348 say", "Executive Order 11348"),
        ("E.O. 14171", "Executive Order 14171"),
        ("Public Law 92-392", "Public Law 92-392"),
        ("the FWS operating manual on lamps",
         "the job grading standards of the Federal Wage System"),
        ("MSPB rulings on demotion", "the Merit Systems Protection Board's decisions"),
        ("bump and retreat rights after a RIF", "the rules on reduction in force"),
        ("locality pay table for 2025", "the pay tables and locality rates"),
        ("WG-4749 mechanic skill and knowledge",
         "the job grading standards of the Federal Wage System"),
        ("budget analyst level 4-4", "the standard for Budget Analysis, 0560"),
        ("the IT standard on knowledge",
         "the standard for Information Technology Management, 2210"),
        ("GS-2152 air traffic control grading", "the standard for Air Traffic Control, 2152"),
        ("how many hours of annual leave do I earn", "the rules on leave"),
        ("telework agreement requirements", "the rules on telework and remote work"),
        ("how do I write a crediting plan", "the rules on hiring and examining"),
        ("when is my next within-grade increase",
         "the rules on setting pay above the first step"),
        ("hazard pay for divers", "the rules on premium pay and differentials"),
        ("does the supervisory differential apply", "the rules on premium pay and differentials"),
        ("can I telework full time", "the rules on telework and remote work"),
        ("what does step 4 make in Omaha", "the pay tables and locality rates"),
        ("a senior executive's performance rating", "the rules on the Senior Executive Service"),
        ("what the position designation tool says of lamps",
         "the rules on security clearances and suitability"),
        ("may my boss hire relatives", "the rules on hiring relatives"),
        ("how long may a term appointment last", "the rules on term and temporary appointments"),
        ("minimum wage of contract cleaners", "the rules on wages under federal contracts"),
        ("how do I make a deposit for military service", "the rules on retirement and benefits"),
        ("drugs covered by the testing of applicants", "the rules on drug testing"),
        ("a special salary rate for lamp keepers", "the rules on special rates of pay"),
        ("training hours under DAWIA", "the law on the defense acquisition workforce"),
        ("is my job in the dictionary of occupational titles",
         "the Department of Labor's lists of occupations"),
        ("what does the social worker standard say about wick work",
         "the standard for Social Work, 0185"),
        ("student loan repayment", "the rules on incentives for recruiting and keeping employees"),
        ("VERA eligibility", "the rules on retirement and benefits"),
        ("how is a security clearance revoked",
         "the rules on security clearances and suitability"),
        ("severance pay when an offer is refused",
         "the rules on severance pay, allowances and travel"),
        ("length of a performance improvement plan", "the rules on performance management"),
        ("rights when terminated on probation", "the rules on probation"),
        ("SES core qualifications", "the rules on the Senior Executive Service"),
        ("NAF position NF-04 grade", "the rules on nonappropriated fund positions"),
        ("union steward's official time",
         "the rules on official time of union representatives"),
        ("NATO grade equivalent", "the classification of another government"),
        ("qualification requirements for GS-0511", "OPM's qualification standards"),
        ("is an analyst exempt under the FLSA",
         "the rules on exemption from the Fair Labor Standards Act"),
        ("compressed work schedule", "the rules on work schedules"),
        ("time-in-grade of 52 weeks", "the rules on time in grade"),
        ("what the Comptroller General ruled on backdating",
         "decisions of the Comptroller General"),
        ("AcqDemo career paths", "the rules of pay systems outside the General Schedule"),
        ("article 12 of our union agreement", "the agreement between an agency and a union"),
        ("the Navy's policy on detailing keepers",
         "the agency's own handbook, directive or manual"),
        ("DHS directives on lamp rooms", "the agency's own handbook, directive or manual"),
        ("what Army Regulation 690-11 says of lamps", "Army Regulation 690-11"),
        ("AFI 36-9 on lamps", "AFI 36-9"),
        ("FAA Order 3510.7", "FAA Order 3510.7"),
        ("GS-0203 Level 2-3", "the standard for Human Resources Assistance, 0203"),
        ("GS-0260 standard Level 2-3", "the standard for Equal Employment Opportunity, 0260"),
        ("Level 2-3 under the equal employment opportunity standard",
         "the standard for Equal Employment Opportunity, 0260"),
        ("Level 5-4 of the Wick Engineering standard", "the Wick Engineering standard"),
        ("what does the jar police standard say at Level 2-3", "the jar police standard"),
        ("the fire protection standard Level 2-3",
         ("the standard for Fire Protection and Prevention, 0081, "
         "or Fire Protection Engineering, 0804")),
        ("fire protection level 2-3",
         ("the standard for Fire Protection and Prevention, 0081, "
         "or Fire Protection Engineering, 0804")),
        ("the library technician series, level 2-3", "the standard for Library Technician, 1411"),
        ("the buoy standard level 2-3", "the buoy standard"),
        ("how is overtime computed under Title 38", "title 38 of the law"),
        ("what does title 22 say about rank in person", "title 22 of the law"),
        ("title 42 pay", "title 42 of the law"),
        ("what are the Douglas factors", "the Douglas factors"),
        ("case law on lamps", "the case law of courts and boards"),
        ("what the Federal Circuit held on lamps", "the case law of courts and boards"),
        ("Title 38 hybrid appointment grade", "title 38 of the law"),
        ("title 10 civilian intelligence grade", "title 10 of the law"),
        ("how do I apply for disability retirement", "the rules on retirement and benefits"),
        ("continuation of pay after an injury", "the Federal Employees' Compensation Act"),
        ("probationary period for new supervisors", "the rules on probation"),
        ("who may administer the oath of office",
         "the rules on the oath and the papers of an appointment"),
        ("clearance needed for a critical sensitive position",
         "the rules on security clearances and suitability"),
        ("complaint about a prohibited personnel practice",
         "the procedure of the Office of Special Counsel"),
        ("how long can a detail last", "the rules on details"),
        ("union dues withholding procedure", "the rules on union dues"),
        ("SES performance appraisal cycle", "the rules on the Senior Executive Service"),
        ("minimum education for a lamp keeper", "OPM's qualification standards"),
        ("how much severance do I get",
         "the rules on severance pay, allowances and travel"),
        ("postal service supervisor grade level", "the pay and grades of the Postal Service"),
        ("does the agency have to pay for my relocation",
         "the rules on severance pay, allowances and travel"),
        ("the preservation standard Level 1-6", "the preservation standard"),
        ("GS-0510 Level 4-5", "the standard for Accounting, 0510"),
        ("what does Level 4-3 require for GS-0343", "Level 4-3 of series 0343"),
        ("the grade evaluation guide for harbor pilots", "the guide for harbor pilots"),
        ("Level 2-3 in the standard for secretaries", "the standard for Secretary, 0318"),
        ("the standard for dates and pilots, level 2-3", "the dates and pilots standard"),
        ("part 531, section 214(d)", "5 CFR 531.214(d)"),
        ("Lamp Polish Grade Evaluation Guide, Level 1-3", "the guide for Lamp Polish"),
        ("what does the Lamp Keepers Act say of wicks", "the Lamp Keepers Act"),
    ],
)  # fmt: skip
def test_what_is_named_and_not_held_is_said(text: str, what: str) -> None:
    assert what in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 CFR 511.703(b)(1)",
        "what does 101.305 of the manual say",
        "decision C-9999-12-07",
        "Level 2-3 of the administrative analysis guide",
        "GS-0343 standard",
        "are title 38 nurses excluded from the General Schedule",
        "what does title 5 say about lamps",
        "position title 2 of 3",
        "GS-0201 standard Level 2-3",
        "GS-0200 Level 2-3",
        "GS-1811 standard Level 2-3",
        "the lamp standard level 2-3",
        "the nine factor standard level 2-3",
        "the police standard level 2-3",
        "GS-0083 level of difficulty, standard applied",
        "definition of the 0905 series",
        "can a downgrade be taken to the MSPB",
        "can the MSPB review a classification decision of OPM",
        "may an arbitrator decide the grade of my position",
        "what happens to my grade in a reduction in force",
        "does locality pay count in a retained rate",
        "the analyst guide",
        "an official standard",
        "the classification standard that applies",
        "accretion of duties",
        "what grade is 1-3 with 2-3",
        "supervisory controls level 2-3",
        "duties performed while the supervisor is on leave",
        "work done at night under hazardous conditions",
        "does a step increase count in a retained rate",
        "does grade retention reach a nonappropriated fund position",
        "do high performance ratings count in the grade",
        "how are SES positions classified",
        "which series for a person who tests new drugs on animals",
        "somebody who tests drugs in a laboratory",
        "is a special rate kept under pay retention",
        "does a temporary promotion change the classification of my position",
        "the relative importance of duties",
        "does the work of a step make it harder",
        "the tool used to designate a lamp",
        "where do I file a claim that I am not exempt under the FLSA",
        "an order of the executive on lamps",
        "what policy does OPM have on desk audits",
        "work on army supply policy",
        "may a court change my grade",
        "who keeps the manual of the nine factors",
        "is the Postal Service excluded from the General Schedule",
        "may duties of a detail be counted in the grade",
        "are outside contacts of the work counted",
        "training given to new lamp keepers",
        "does Level 4-3 of the administrative analysis guide fit GS-0343",
        "can the analysis guide be used to grade GS-0560 work",
        "is the content of a classification standard open to review",
        "reads court decisions as the only guideline",
        "which series examines unfair labor practice cases",
        "legal research at Level 1-3 for keepers of lamps",
        "how long may a detail to a higher grade be without competition",
        "part 511, section 703(b)(1)",
        "Administrative Analysis Grade Evaluation Guide, Level 1-3",
        "what is the standard for promotion",
        "Level 1-3 of the wick work engineering standard",
        "Level 1-3 of the wick specialist standard",
        "Under the Act who keeps lamps",
    ],
)
def test_what_is_held_is_not_refused(text: str) -> None:
    assert named(text) == []


def test_what_would_hold_it_is_named() -> None:
    text = "5 CFR 430.208"
    found = absent(text, understand(Query(query=text), HELD.titles), HELD)
    assert found[0].sentence() == (
        "5 CFR 430.208 is not held here. 5 CFR part 430 would hold it: ecfr.gov, title 5, part 430."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5 CFR part 351",
         ("5 CFR part 351 is not held here. "
          "The Code of Federal Regulations would hold it: ecfr.gov, title 5, part 351.")),
        ("chapter 63 of title 5",
         ("5 U.S.C. chapter 63 is not held here. "
          "The United States Code would hold it: uscode.house.gov, title 5, chapter 63.")),
        # The sections of this title are not numbered by its chapters.
        ("29 U.S.C. 207",
         ("29 U.S.C. 207 is not held here. "
          "29 U.S.C. would hold it: uscode.house.gov, title 29.")),
    ],
)  # fmt: skip
def test_where_the_law_is_published_is_said_once_and_no_more_than_is_known(
    text: str, said: str
) -> None:
    found = absent(text, understand(Query(query=text), HELD.titles), HELD)
    assert [one.sentence() for one in found] == [said]


def test_an_act_of_which_a_document_speaks_is_held() -> None:
    text = "what the Lamp Keepers Act asks for"
    law = _passage(1, "law", "5 CFR part 511, Lamps", "regulation")
    for words, lacking in (("Under the Lamp Keepers\nAct, it is lit.", 0), ("It is lit.", 1)):
        facets = Facets({1: law.model_copy(update={"text": words})})
        assert len(absent(text, understand(Query(query=text), facets.titles), facets)) == lacking


@pytest.mark.parametrize(
    "text",
    [
        "within-grade increase waiting period",
        "how long must I wait for a step increase",
        "when is a quality step increase paid",
    ],
)
def test_a_subject_that_a_section_held_is_headed_by_is_held(text: str) -> None:
    section = _passage(1, "steps", "5 U.S.C. 5335-5336, Pay of Keepers", "regulation",
                       citation="5 U.S.C. 5335(a)")  # fmt: skip
    for heading, held in (
        ("§ 5335. Periodic step-increases and within-grade increases.", True),
        ("§ 5335. Steps of the wall.", False),
    ):
        facets = Facets({1: section.model_copy(update={"heading": (heading,)})})
        found = absent(text, understand(Query(query=text), facets.titles), facets)
        assert (found == ()) is held
        other = "rules on superior qualifications"
        assert absent(other, understand(Query(query=other), facets.titles), facets)


def test_a_level_of_a_series_whose_flysheet_has_none_is_looked_for_in_no_other_series() -> None:
    for text in ("GS-0343 Level 3-3", "0343 standard, level 3-3", "the GS 343 flysheet 3-3"):
        found = absent(text, understand(Query(query=text), HELD.titles), HELD)
        assert [one.what for one in found] == ["Level 3-3 of series 0343"]
        assert "Administrative Analysis Grade Evaluation Guide" in found[0].sentence()
    assert named("does my GS-0343 work at Level 3-3 need a lamp") == []


def test_the_guide_that_grades_a_series_is_looked_in_where_it_is_held() -> None:
    def instead(text: str) -> list[str]:
        found = absent(text, understand(Query(query=text), HELD.titles), HELD)
        return [one.instead for one in found]

    assert instead("GS-0343 Level 3-3") == ["analysis"]
    assert instead("GS-0343 Level 3-9") == [""]
    # Nothing of the series itself is held: its flysheet is known to send to the guide.
    assert instead("GS-0340 standard Level 4-3") == ["analysis"]
    assert instead("GS-0510 standard Level 4-3") == [""]


def test_a_decision_that_only_speaks_of_a_series_describes_no_level_of_it() -> None:
    decision = _passage(
        1, "C-9999-12-07", "Decision C-9999-12-07", "decision",
        series=("0083", "0301"), level="4-5", levels=("4-5",), stance="not_met",
    )  # fmt: skip
    flysheet = _passage(2, "misc", "Flysheet for Miscellany, 0301", "standard", series=("0301",))
    record = Decision(document="C-9999-12-07", decided=DecisionClassification(series="0083"))
    facets = Facets({1: decision, 2: flysheet}, {"C-9999-12-07": record})
    for code, lacking in (("0301", ["Level 4-5 of series 0301"]), ("0083", [])):
        text = f"GS-{code} Level 4-5"
        found = absent(text, understand(Query(query=text), facets.titles), facets)
        assert [one.what for one in found] == lacking


def test_a_level_that_only_a_chart_prints_is_held() -> None:
    chart = _passage(1, "lamps", "Guide to Lamps", "standard")
    for text, lacking in (("GS-13 | 5-8 | 1030", []), ("GS-13 | 15-8 | 1030", ["Level 5-8"])):
        facets = Facets({1: chart.model_copy(update={"text": text})})
        found = absent("Level 5-8", understand(Query(query="Level 5-8"), facets.titles), facets)
        assert [one.what for one in found] == lacking


def test_a_heading_of_a_paragraph_or_of_half_a_name_holds_no_subject() -> None:
    law = _passage(1, "law", "5 CFR part 752, Lamps", "regulation", citation="5 CFR 752.404(h)")
    for heading, text, held in (
        ("Applications for disability retirement", "apply for disability retirement", False),
        ("§ 752.404 Disability retirement.", "apply for disability retirement", True),
        ("§ 610.407 Premium pay for holidays.", "availability pay rules", False),
    ):
        facets = Facets({1: law.model_copy(update={"heading": (heading,)})})
        found = absent(text, understand(Query(query=text), facets.titles), facets)
        assert (found == ()) is held, heading
