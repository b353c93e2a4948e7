"""How a heading names the department that a debate is about, so that a guess never looks like the record.

What the record tells (the heading, whom a question asks, an office printed) is named as it is.
What only the office of somebody who moved or replied tells is said to be that: ministers speak
for other departments than their own, in the Lords daily, and lists may have one of two offices.
"""

from __future__ import annotations

from ..people.departments import department_kind


def answerable(department: str | None, basis: str | None) -> str:
    """The department as a heading names it; nothing where there is none.

    >>> answerable("Home Office", "answering-body"), answerable("Home Office", "office-held"), answerable(None, None)
    ('Home Office', 'Home Office minister', '')
    """
    if department and basis == "office-held" and department_kind(department) != "answering-body":
        return f"{department} minister"
    return department or ""
