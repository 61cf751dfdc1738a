"""What an imported list of series says became of the series of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.settings import data_home
from index.search.series.imported import changed

if TYPE_CHECKING:
    from core.model import Case, Notice


def series_notices(case: Case) -> list[Notice]:
    """Return a notice for each series of a case that an imported list says was changed.

    Raises:
        StorageError: a list that was kept cannot be read.
    """
    series = (case.current.series, case.requested.series)
    return [one.notice() for one in changed(data_home(), series)]
