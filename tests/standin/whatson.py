"""The stand-in's calendar: it knows a Thursday of the Lords that the Hansard API does not have."""

from __future__ import annotations

import re
from typing import Any

DAYS = {"Commons": ["2019-08-14"], "Lords": ["2019-08-14", "2019-08-15"]}


def sitting_dates(query: dict[str, str], house: str) -> Any:
    if not {"startDate", "endDate"} <= query.keys():
        return None
    days = [day for day in DAYS[house] if query["startDate"] <= day <= query["endDate"]]
    return {"SittingDates": [{"Date": f"{day}T00:00:00"} for day in days]}


ROUTES = [(re.compile(r"calendar/proceduraldates/(Commons|Lords)/sittingdates\.json"), sitting_dates)]
