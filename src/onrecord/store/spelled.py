"""The id in an address: whoever decides about a contribution copies what the page or an answer shows of it."""

from __future__ import annotations


def id_spelled(asked: str) -> str:
    """What is meant by an id or an address here: the id behind its `#`, else the path that is a debate's address.

    >>> id_spelled("/debate/2019-08-12/commons-chamber/fog#c-c5931549085a3e098")
    'c5931549085a3e098'
    >>> id_spelled("http://localhost:8080/debate/2019-08-12/commons-chamber/fog")
    '/debate/2019-08-12/commons-chamber/fog'
    >>> id_spelled(" uk.org.publicwhip/debate/2019-08-12a.1.8 ")
    'uk.org.publicwhip/debate/2019-08-12a.1.8'
    """
    asked = asked.strip()
    path, _, fragment = asked.partition("#")
    if not (path.startswith("/debate/") or (path.startswith("http") and "/debate/" in path)):
        return asked
    return fragment.removeprefix("c-").removeprefix("s-") or "/debate/" + path.split("/debate/", 1)[1]
