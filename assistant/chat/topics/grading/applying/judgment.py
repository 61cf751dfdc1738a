"""Standards guide judgment: no matching of words, no single factor, no isolated sentence."""

from __future__ import annotations

from assistant.chat.answering.kit import law
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return Answer(
        lead=(
            "**No: a standard guides judgment and is not matched word for word.** What counts is "
            "the intent of the level or grade as a whole, and whether the work equals it; similar "
            "words, an isolated task, a single factor or the place in the organization do not "
            "decide. Strong adjectives in a position description change nothing either."
        ),
        words=(
            law(
                "introduction",
                "8",
                "rather than just a mechanical",
                "Standards are applied with judgment, not by matching words or phrases.",
            ),
            law(
                "classifier-handbook",
                "38",
                "words or sentences taken out",
                "An evaluation does not rest on one factor, an isolated task, or words out of "
                "context.",
            ),
            law(
                "classifier-handbook",
                "36",
                "full weight is",
                "The intent of a standard is found by considering it as a whole.",
            ),
        ),
        next=("Name the level, and what it asks for is set beside what you do.",),
    )


TOPIC = Topic(
    id="judgment",
    title="judgment in applying standards",
    asks=(
        "Do the words of my PD have to match the standard?",
        "My PD uses the words of Level 2-5, do I get it?",
        "Should I copy the standard's language into the position description?",
        "Is classification a word matching exercise?",
        "How much judgment does a classifier have?",
        "standards are guides to judgment",
        "The PD says expert, doesn't that give the higher level?",
        "mechanical application of standards",
        "Can one sentence in the standard decide the level?",
        "is the standard applied literally",
        "How literally is the standard read?",
        "key words in a PD",
        "the PD quotes the factor level word for word",
        "classification is subjective",
        "two classifiers came to different results",
        "force fitting a position into a standard",
        "how are the standards interpreted",
        "intent of the standard",
        "is it science or judgment",
        "does my place in the organization decide the grade",
        "does working at headquarters raise the grade",
        "organizational level and grade",
        "using strong adjectives in the position description",
        "matching phrases from the standard",
        "may HR use its discretion in grading",
        "taking a sentence of the standard out of context",
        "are standards applied literally",
        "is the standard read literally",
        "literal reading of a standard",
        "mechanical matching with the standard",
        "must the wording match the standard",
        "matching words with the standard",
        "is grading a matter of matching words",
        "do words in the standard have to match",
        "a single sentence of the standard",
        "one sentence in the standard fits me",
        "one phrase of the standard fits my work",
        "isolated sentence of the standard",
        "out of context",
        "words taken out of context",
        "standards guide judgment",
        "guide to judgment",
        "judgment of the classifier",
        "how much discretion is there in grading",
        "is grading a judgment",
        "is classification subjective",
        "is classification an exact science",
        "is grading objective",
        "why do two classifiers differ",
        "different classifiers, different grades",
        "two classifiers disagree",
        "force fit",
        "forced to fit the standard",
        "intent of a standard",
        "overall intent of the standard",
        "what is the intent of the standard",
        "how is a standard to be interpreted",
        "interpretation of standards",
        "how do I interpret the standard",
        "interpreting a standard",
        "reading a standard as a whole",
        "does headquarters work mean a higher grade",
        "is headquarters work graded higher",
        "does the organizational level decide",
        "does my organization's level raise the grade",
        "high in the organization, higher grade?",
        "level of the organization and the grade",
        "reporting to a high official, does it raise the grade",
        "the PD says expert",
        "the PD calls me an expert",
        "big words in the PD",
        "adjectives in the PD",
        "impressive wording in the PD",
        "my PD quotes the standard",
        "my PD repeats the level word for word",
        "PD copied from the standard",
        "must a standard be applied word by word",
        "is the standard applied word for word",
        "word by word application of the standard",
        "seizing on one phrase of the standard",
        "the classifier relied on one phrase",
        "HR picked one sentence out of the standard",
        "I put all the right buzzwords into the write-up and HR still said no",
        "classifier just went hunting for key phrases like a crossword puzzle",
        'My description says "expert" about twelve times, that should do it right?',
        "they're being way too literal with the guide",
        "do I have to find the exact sentence in the book or can I use common sense",
        (
            "HR kicked it back because my wording isn't the same as in the guide even though "
            "the work is identical"
        ),
        (
            "how much is just the classifier's opinion? two of them read the same page and "
            "came out different"
        ),
        "It's like they run it through a formula without understanding what we do here",
        (
            "my supervisor rewrote my duties with sentences lifted from the guide and thinks "
            "that gets me the upgrade"
        ),
        "Is grading a science or does somebody use their head in there",
        "so if the phrase isn't in my paperwork I can't have the level?",
        "the intent vs. the letter of the criteria",
        "one of my folks doesnt fit the language neatly but obviously does that kind of work",
        "isn't this more art than math, how strictly am I supposed to read the text",
    ),
    answer=_answer,
    unlike=("points", "grades", "decision", "percents", "factors"),
)
