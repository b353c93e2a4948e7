"""A small invented roll in every format: Orla Quillfeather, who changes party and goes to the Lords,
Bartle Finch the minister, and the Earl of Fen. `lists` maps file names to bytes."""

from __future__ import annotations

import json

import pytest

PUBLICWHIP = "uk.org.publicwhip"

PEOPLE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<publicwhip><person id="uk.org.publicwhip/person/90001" latestname="Orla Quillfeather">
  <office id="uk.org.publicwhip/member/501"/>
  <office id="uk.org.publicwhip/member/502" current="yes"/>
  <office id="uk.org.publicwhip/moffice/7"/>
</person>
<person id="uk.org.publicwhip/person/90002" latestname="Bartle Finch">
  <office id="uk.org.publicwhip/member/503" current="yes"/>
</person>
<person id="uk.org.publicwhip/person/90003" latestname="Earl of Fen">
  <office id="uk.org.publicwhip/lord/100901" current="yes"/>
</person></publicwhip>"""

NEWER_PEOPLE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<publicwhip><person id="uk.org.publicwhip/person/90001" latestname="Baroness Quillfeather">
  <office id="uk.org.publicwhip/member/501"/>
  <office id="uk.org.publicwhip/member/502"/>
  <office id="uk.org.publicwhip/lord/100902" current="yes"/>
  <office id="uk.org.publicwhip/moffice/7"/>
  <office id="uk.parliament.data/Member/7001/GovernmentPost/3"/>
</person>
<person id="uk.org.publicwhip/person/90002" latestname="Bartle Finch">
  <office id="uk.org.publicwhip/member/503"/>
</person>
<person id="uk.org.publicwhip/person/90003" latestname="Earl of Fen">
  <office id="uk.org.publicwhip/lord/100901" current="yes"/>
</person></publicwhip>"""

MEMBERS = """<?xml version="1.0" ?>
<xml_grep version="0.7" date="Sun Dec 13 09:57:43 2009">
 <member constituency="Saltmarsh &amp; Fen" firstname="Orla" lastname="Quillfeather"
  fromdate="2001-06-07" todate="2004-03-01"
  fromwhy="general_election" towhy="changed_party" hansard_person_id="61"
  house="commons" id="uk.org.publicwhip/member/501" party="LDem" title="Ms"/>
 <member constituency="Saltmarsh &amp; Fen" firstname="Orla" lastname="Quillfeather"
  fromdate="2004-03-02" todate="9999-12-31"
  fromwhy="changed_party" towhy="still_in_office" hansard_person_id="61"
  house="commons" id="uk.org.publicwhip/member/502" party="Lab" title="Ms"/>
 <member constituency="Muchbinding" firstname="Bartle" lastname="Finch"
  fromdate="2005-05-05" todate="9999-12-31"
  fromwhy="general_election" towhy="still_in_office"
  house="commons" id="uk.org.publicwhip/member/503" party="Lab" title="Mr"/>
</xml_grep>"""

LORDS = """<?xml version="2.0" encoding="ISO-8859-1"?>
<publicwhip>
<lord id="uk.org.publicwhip/lord/100901" house="lords" forenames="Hugh" title="Earl" lordname="Fen" lordofname=""
 peeragetype="HP" affiliation="{party}" fromdate="1988" todate="9999-12-31"/>
{more}
</publicwhip>"""

BARONESS = """<lord id="uk.org.publicwhip/lord/100902" house="lords" forenames="Orla"
 title="Baroness" lordname="Quillfeather"
 lordofname="Saltmarsh" peeragetype="L" affiliation="Lab" fromdate="2010-07-01" todate="9999-12-31"/>"""

MINISTERS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE publicwhip [<!ENTITY ndash "&#8211;">]>
<publicwhip>
<ministerofficegroup>
<moffice id="uk.org.publicwhip/moffice/7" name="Bartle Finch" matchid="uk.org.publicwhip/member/503"
 dept="Home Office"
 position="Secretary of State" fromdate="2009-06-05" todate="9999-12-31" source="chgpages/govposts"></moffice>
<moffice id="uk.org.publicwhip/moffice/8" name="Orla Quillfeather" matchid="uk.org.publicwhip/member/502"
 dept="Home Office"
 position="PPS" responsibility="Mr Bartle Finch, Secretary of State" fromdate="2009-06-10"
 todate="2009-11-01" source="chgpages/privsec"/>
<moffice id="uk.org.publicwhip/moffice/9" name="Orla Quillfeather" matchid="uk.org.publicwhip/member/502"
 dept="Health Committee"
 position="Chairman" fromdate="2006-01-10" todate="9999-12-31" source="chgpages/selctee"/>
<moffice id="uk.org.publicwhip/moffice/10" name="Nobody" dept="Home Office" position="Minister of State"
 fromdate="2006-01-10" todate="2006-02-10" source="chgpages/govposts"/>
</ministerofficegroup>
</publicwhip>"""


def post(number: int, person: int, role: str, **more: str) -> dict[str, str]:
    """One membership of a Popolo list of posts, under the data service's id of the person's."""
    row = {
        "id": f"uk.parliament.data/Member/{person}/GovernmentPost/{number}",
        "role": role,
        "organization_id": "house-of-commons",
    }
    return row | {"source": "datadotparl/governmentpost", "person_id": f"{PUBLICWHIP}/person/{person + 83000}"} | more


POSTS = {
    "memberships": [
        post(1, 7002, "The Secretary of State for the Home Department", start_date="2009-06-06", end_date="2010-05-06"),
        post(2, 7001, "Assistant Whip (HM Treasury)", start_date="2009-11-05", end_date="2010-05-06"),
        post(3, 7001, "Lords Spokesperson (Department of Health)", start_date="2016-01-05"),
        post(
            4,
            7001,
            "Shadow Minister (Health)",
            start_date="2012-01-05",
            end_date="2014-01-05",
            source="datadotparl/oppositionpost",
        ),
    ],
    "organizations": [{"id": "house-of-commons", "name": "House of Commons"}],
}

PROFILES = """<?xml version="1.0" encoding="UTF-8"?>
<twfy>
  <personinfo id="uk.org.publicwhip/person/90001" profile_url_uk_parl="https://members.parliament.uk/member/7001/career"/>
  <personinfo id="uk.org.publicwhip/person/90002" profile_url_uk_parl="https://members.parliament.uk/member/7002/career"/>
  <personinfo id="uk.org.publicwhip/person/90009" profile_url_uk_parl="https://members.parliament.uk/member/7009/career"/>
  <personinfo id="uk.org.publicwhip/person/90008" profile_url_ni_assembly="https://aims.niassembly.gov.uk/mlas/details.aspx?per=1"/>
</twfy>"""

PERSONS_CSV = """,person_id,redirect_id,first_name,family_name,party,constituency
0,uk.org.publicwhip/person/90002,,Bartle,Finch,Labour,Muchbinding
1,uk.org.publicwhip/person/90099,uk.org.publicwhip/person/90002,,,,
2,uk.org.publicwhip/person/90004,,Hugh Algernon ,,,
"""

MEMBERS_CSV = """member_id,member_name,pcon_id,pcon_name,party_short_name,party_name
7002,Mr Bartle Finch,1,Muchbinding,Lab,Labour
7003,Ms Tansy Oakapple,2,"Wold, North",Con,Conservative
"""

ALIASES = """<?xml version="1.0" encoding="ISO-8859-1"?>
<publicwhip>
<alias fullname="Bartle Finch" alternate="Bartholomew Finch"/>
<alias fullname="Bartle Finch" alternate="The Prime Minister" from="2003-04-04" to="9999-12-31"/>
<alias lastname="Quillfeather" alternate="Quilfeather"/>
</publicwhip>"""

TITLES = """<publicwhip><lordnametoofname id="uk.org.publicwhip/lord/100901" title="Earl" name="Fen"/></publicwhip>"""

SEATS = """<publicwhip><constituency id="uk.org.publicwhip/cons/1" fromdate="1974" todate="9999-12-31">
<name text="Saltmarsh &amp; Fen"/><name text="Fen and Saltmarsh"/></constituency></publicwhip>"""


@pytest.fixture(scope="session")
def lists() -> dict[str, bytes]:
    """Every list of the invented roll by its file's name."""
    texts = {
        "people.xml": PEOPLE,
        "people.2015-03-31.xml": NEWER_PEOPLE,
        "all-members.xml": MEMBERS,
        "peers.2009-11-30.xml": LORDS.format(party="Con", more=""),
        "peers.2015-03-31.xml": LORDS.format(party="XB", more=BARONESS),
        "ministers.xml": MINISTERS,
        "ministers-2010.2020-10-21.json": json.dumps(POSTS),
        "official-profiles.xml": PROFILES,
        "persons.csv": PERSONS_CSV,
        "members-2022.csv": MEMBERS_CSV,
        "member-aliases.xml": ALIASES,
        "lordnametoofname.xml": TITLES,
        "constituencies.xml": SEATS,
    }
    return {name: text.encode() for name, text in texts.items()}
