"""Every setting once: its name, its environment variable, its default and what it means.

Settings are few on purpose: an archive is a folder, and everything about the record lives
in it. `docs/settings.md` is checked against this table by a test.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from .errors import UsageError


class Setting(NamedTuple):
    """One setting: `default` is a string as it would stand in the environment."""

    name: str
    variable: str
    default: str
    meaning: str


SETTINGS = (
    Setting("archive", "ONRECORD_ARCHIVE", "", "The archive's folder; empty means the platform's user data folder."),
    Setting("host", "ONRECORD_HOST", "127.0.0.1", "The address that `serve` listens on."),
    Setting("port", "ONRECORD_PORT", "8080", "The port that `serve` listens on."),
    Setting("workers", "ONRECORD_WORKERS", "2", "How many processes answer for `serve`."),
    Setting(
        "max_file_bytes",
        "ONRECORD_MAX_FILE_BYTES",
        "67108864",
        "A file larger than this is refused before it is read.",
    ),
    Setting(
        "questions_per_minute",
        "ONRECORD_QUESTIONS_PER_MINUTE",
        "6000",
        "How many questions a minute one reader may put to the API and search of a `serve` worker; 0: no limit.",
    ),
    Setting(
        "page_cache_bytes",
        "ONRECORD_PAGE_CACHE_BYTES",
        "33554432",
        "How many bytes of pages a worker of `serve` keeps while nothing changes; 0 keeps none.",
    ),
    Setting(
        "site_url",
        "ONRECORD_SITE_URL",
        "",
        "Where readers find the site, for its feeds; empty leaves links relative.",
    ),
    Setting(
        "report_address",
        "ONRECORD_REPORT_ADDRESS",
        "",
        "Where `report a mistake` on a page leads (a mail address or a URL); empty shows none.",
    ),
    Setting(
        "contact", "ONRECORD_CONTACT", "", "Who fetches: an address or a URL, told to the services in every request."
    ),
    Setting("fetch_rate", "ONRECORD_FETCH_RATE", "5", "Requests a second to the official services, at most."),
    Setting("fetch_at_once", "ONRECORD_FETCH_AT_ONCE", "2", "Requests under way at the same time, at most."),
    Setting("fetch_timeout", "ONRECORD_FETCH_TIMEOUT", "30", "Seconds of silence after which a request is given up."),
    Setting("fetch_tries", "ONRECORD_FETCH_TRIES", "5", "Times a request is tried before a service is said to fail."),
    Setting("fetch_max_bytes", "ONRECORD_FETCH_MAX_BYTES", "67108864", "An answer larger than this is refused."),
    Setting("hansard_url", "ONRECORD_HANSARD_URL", "https://hansard-api.parliament.uk", "Where the Hansard API is."),
    Setting(
        "questions_statements_url",
        "ONRECORD_QUESTIONS_STATEMENTS_URL",
        "https://questions-statements-api.parliament.uk",
        "Where the questions and statements service is.",
    ),
    Setting(
        "commons_votes_url",
        "ONRECORD_COMMONS_VOTES_URL",
        "https://commonsvotes-api.parliament.uk",
        "Where the Commons votes service is.",
    ),
    Setting(
        "lords_votes_url",
        "ONRECORD_LORDS_VOTES_URL",
        "https://lordsvotes-api.parliament.uk",
        "Where the Lords votes service is.",
    ),
    Setting(
        "whatson_url",
        "ONRECORD_WHATSON_URL",
        "https://whatson-api.parliament.uk",
        "Where the calendar service (What's On) is.",
    ),
    Setting(
        "members_url", "ONRECORD_MEMBERS_URL", "https://members-api.parliament.uk", "Where the Members service is."
    ),
    Setting("bills_url", "ONRECORD_BILLS_URL", "https://bills-api.parliament.uk", "Where the Bills service is."),
    Setting(
        "people_list_url",
        "ONRECORD_PEOPLE_LIST_URL",
        "https://raw.githubusercontent.com/mysociety/parlparse/master/members/people.json",
        "Where parlparse's people.json is; `none` does without it.",
    ),
)


def value(name: str) -> str:
    """The value of a setting: from the environment, else its default. KeyError for an unknown name."""
    setting = next((s for s in SETTINGS if s.name == name), None)
    if setting is None:
        raise KeyError(name)
    return os.environ.get(setting.variable, "") or setting.default


def services() -> tuple[str, ...]:
    """The base addresses of the official services: the only places that are ever asked."""
    return tuple(value(setting.name) for setting in SETTINGS if setting.name.endswith("_url"))


def number(name: str) -> int:
    """The value of a setting that is a whole number. UsageError if it is none."""
    given = value(name)
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        variable = next(s.variable for s in SETTINGS if s.name == name)
        raise UsageError(f"“{given}” is not a whole number", where=variable, remedy="set a number such as 100")
    return int(given)


def archive_folder(chosen: Path | str | None = None) -> Path:
    """The archive's folder: the one chosen, else ONRECORD_ARCHIVE, else the user data folder."""
    if chosen or value("archive"):
        return Path(chosen or value("archive")).expanduser()
    from platformdirs import user_data_path  # imported late: `--version` must not pay for it

    return user_data_path("onrecord", appauthor=False)
