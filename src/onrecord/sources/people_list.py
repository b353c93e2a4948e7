"""parlparse's people.json: one list of everybody, kept by hand by people who care.

It joins the ids of all services, which no service of Parliament does. Its address is a
setting, since it is not Parliament's and may move.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..settings import value
from .desk import Brought, Desk, Failed, Wanted

SERVICE = "people-list"


def bring_people_list(desk: Desk, unit: str, today: date) -> Iterator[Brought | Failed]:
    """The list, under a name that says of which day it is; nothing where the setting is `none`."""
    address = value("people_list_url")
    if address == "none":
        return iter(())
    return desk.bring(unit, [Wanted(f"people.{today}.json", address)])
