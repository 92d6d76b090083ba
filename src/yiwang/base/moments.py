"""Moments that can be reckoned with."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

FIRST, LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def _reckonable(moment: datetime) -> datetime:
    if not FIRST <= moment < LAST:
        raise ValueError("Give a moment from 1900 to 2199.")
    return moment


# What is subtracted from or put into another zone must stay within the calendar of Python (years 1 to 9999).
Moment = Annotated[AwareDatetime, AfterValidator(_reckonable)]
