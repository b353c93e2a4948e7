"""Half a name is nobody's; what is offered instead begins with whoever sat last, each name once."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError

_LIST = """<publicwhip>
<member id="uk.org.publicwhip/member/1" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Far Fen" party="Lab" fromdate="1992-04-09" todate="1997-04-08" fromwhy="" towhy=""/>
<member id="uk.org.publicwhip/member/2" house="commons" title="" firstname="Zeno" lastname="Mole"
 constituency="Near Fen" party="Con" fromdate="2010-05-06" todate="2015-03-30" fromwhy="" towhy=""/>
<member id="uk.org.publicwhip/member/3" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Mid Fen" party="Con" fromdate="2001-06-07" todate="2005-04-11" fromwhy="" towhy=""/>
</publicwhip>
"""


def test_the_latest_member_comes_first_and_no_name_twice(tmp_path: Path) -> None:
    (tmp_path / "all-members.xml").write_text(_LIST, encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([tmp_path / "all-members.xml"])
        with pytest.raises(NotHeldError) as refused:
            archive.person("Mole")
    assert "did you mean Zeno Mole, Ada Mole?" in str(refused.value)
