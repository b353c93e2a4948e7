"""Each kind of contribution is explained, and none that there is not."""

from __future__ import annotations

import tomllib
from importlib import resources

from onrecord.web import rendering
from onrecord.web.chambers import chambers
from onrecord.web.wording import KINDS


def test_each_kind_and_chamber_is_explained_on_the_page_about() -> None:
    written = tomllib.loads(resources.files("onrecord.web").joinpath("kinds.toml").read_text(encoding="utf-8"))
    assert written.keys() == KINDS.keys()
    page = rendering.render_about(())
    for line in (*written.values(), *(chamber.meaning for chamber in chambers().values())):
        assert line.replace("'", "&#39;") in page
