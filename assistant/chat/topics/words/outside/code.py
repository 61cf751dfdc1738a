"""Programming: not for this program."""

from __future__ import annotations

from assistant.chat.answering.kit import decline
from assistant.chat.model import Answer, Context, Question, Topic


def _answer(question: Question, context: Context) -> Answer:  # noqa: ARG001
    return decline(
        "This program does not write code or spreadsheets.",
        "It can score levels for other programs: `fes score FILE --json` prints one document, "
        "and `fes --help` names the commands.",
    )


TOPIC = Topic(
    id="write-code",
    title="programming",
    asks=(
        "Write a Python script for me",
        "code a web page",
        "make me an Excel macro",
        "debug my program",
        "write SQL for the personnel database",
        "how do I program in Java",
        "build an app that grades positions",
        "generate a spreadsheet formula",
        "fix this error in my code",
        "write a function that adds numbers",
        "HTML for my page",
        "regex for phone numbers",
        "write a shell script",
        "explain recursion",
        "create a database schema",
        "can you code",
        "write code",
        "write a program",
        "program for me",
        "programming",
        "write a script",
        "write a Python script",
        "Python",
        "Excel",
        "Excel macro",
        "spreadsheet",
        "make a spreadsheet",
        "SQL",
        "database query",
        "HTML",
        "web site",
        "build an app",
        "debug my code",
        "write a function",
        "build me a macro that adds up points",
        "can you build me a tool in Excel",
        "make me a small program",
        "automate my spreadsheet",
        "a formula that sums the points",
        "can you code me a little macro that totals my hours",
        "python to merge two csv files",
        "need a formula for excel that counts weekdays",
        "my loop never ends, whats wrong with it",
        "Build me a website for our carpool",
        "powershell to rename a bunch of files",
        "how do I write a regular expression for phone numbers",
        "make a javascript calculator",
        "help me with my java homework",
        "convert this query from oracle to postgres",
        "I want an access database for our inventory, can you program that",
        "automate my outlook with vba please",
        "getting a syntax error on line 12",
        "write a function that sorts names",
        "Could you develop an app to track our leave requests?",
    ),
    answer=_answer,
    unlike=(
        "levels",
        "points",
        "decision",
    ),
)
