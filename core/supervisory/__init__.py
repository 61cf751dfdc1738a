"""The General Schedule Supervisory Guide: from factor levels to the grade of a supervisor.

:func:`parse_supervisory` reads a request and refuses what is wrong with it;
:func:`score_supervisory` applies the guide to one. What the guide does not decide comes back as
undetermined, with the reason.
"""

from core.supervisory.evaluation import (
    SupervisoryData,
    score_supervisory,
    supervisory_data,
)
from core.supervisory.guide import STANDARD_ID, load_guide
from core.supervisory.inputs import SupervisoryRequest
from core.supervisory.settling import parse_supervisory
from core.supervisory.whatif import supervisory_flips

__all__ = [
    "STANDARD_ID",
    "SupervisoryData",
    "SupervisoryRequest",
    "load_guide",
    "parse_supervisory",
    "score_supervisory",
    "supervisory_data",
    "supervisory_flips",
]
