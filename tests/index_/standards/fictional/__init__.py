"""Fictional standards as irregular as the real ones, each with what must be read from it."""

from tests.index_.standards.fictional.base import (
    FLOORS as FLOORS,
)
from tests.index_.standards.fictional.base import (
    LADDER as LADDER,
)
from tests.index_.standards.fictional.base import (
    NAMES as NAMES,
)
from tests.index_.standards.fictional.base import (
    POINTS as POINTS,
)
from tests.index_.standards.fictional.base import (
    RANGES as RANGES,
)
from tests.index_.standards.fictional.base import (
    SAYS_SO as SAYS_SO,
)
from tests.index_.standards.fictional.base import (
    Expected as Expected,
)
from tests.index_.standards.fictional.base import (
    described as described,
)
from tests.index_.standards.fictional.base import (
    pages as pages,
)
from tests.index_.standards.fictional.base import (
    paragraph as paragraph,
)
from tests.index_.standards.fictional.base import (
    ranges_as_rows as ranges_as_rows,
)
from tests.index_.standards.fictional.base import (
    title as title,
)
from tests.index_.standards.fictional.base import (
    words as words,
)
from tests.index_.standards.fictional.guides import (
    flysheet_pdf as flysheet_pdf,
)
from tests.index_.standards.fictional.guides import (
    narrative_pdf as narrative_pdf,
)
from tests.index_.standards.fictional.guides import (
    narratives as narratives,
)
from tests.index_.standards.fictional.layouts import (
    bare_pdf as bare_pdf,
)
from tests.index_.standards.fictional.layouts import (
    cells_pdf as cells_pdf,
)
from tests.index_.standards.fictional.layouts import (
    joined_text as joined_text,
)
from tests.index_.standards.fictional.layouts import (
    misprinted_pdf as misprinted_pdf,
)
from tests.index_.standards.fictional.layouts import (
    pointless_pdf as pointless_pdf,
)
from tests.index_.standards.fictional.layouts import (
    points_first_pdf as points_first_pdf,
)
from tests.index_.standards.fictional.layouts import (
    series_heads_pdf as series_heads_pdf,
)
from tests.index_.standards.fictional.layouts import (
    sideways_pdf as sideways_pdf,
)
from tests.index_.standards.fictional.layouts import (
    split_pdf as split_pdf,
)
from tests.index_.standards.fictional.layouts import (
    tables_page as tables_page,
)
from tests.index_.standards.fictional.layouts import (
    tight_pdf as tight_pdf,
)
from tests.index_.standards.fictional.series import (
    MISPRINTS as MISPRINTS,
)
from tests.index_.standards.fictional.series import (
    charted_knowledge_text as charted_knowledge_text,
)
from tests.index_.standards.fictional.series import (
    doubtful_text as doubtful_text,
)
from tests.index_.standards.fictional.series import (
    family_pdf as family_pdf,
)
from tests.index_.standards.fictional.series import (
    long_pdf as long_pdf,
)
from tests.index_.standards.fictional.series import (
    misprinted_text as misprinted_text,
)
from tests.index_.standards.fictional.series import (
    older_pdf as older_pdf,
)
from tests.index_.standards.fictional.series import (
    tabled_text as tabled_text,
)
from tests.index_.standards.fictional.series import (
    web_page as web_page,
)
from tests.index_.standards.fictional.series import (
    word_file as word_file,
)
