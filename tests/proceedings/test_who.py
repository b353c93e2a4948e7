"""Who speaks: ids settle it, names alone do not."""

from __future__ import annotations

from onrecord.model import Person
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.who import NO_ID, NOBODY_NAMED, Voices
from onrecord.reading import Mark


def test_an_id_in_the_source_is_a_known_speaker_named_as_the_roll_names_them(house) -> None:
    voice = Voices(house.roll(house.person("a"))).voice(Mark(key="person/1", name="The Hon. Member"))
    assert (voice.person_id, voice.name, voice.basis) == ("twfy:1", "Member A", "id-in-source")


def test_an_id_that_the_roll_does_not_know_still_makes_a_speaker() -> None:
    told = {
        key: Voices(MemoryRoll(())).voice(Mark(key=key, name="Ada Quill"))
        for key in ("person/9", "mnis:7", "member/3", "lord/4")
    }
    assert [voice.person_id for voice in told.values()] == ["twfy:9", "mnis:7", "member:3", "lord:4"]
    assert {voice.name for voice in told.values()} == {"Ada Quill"}


def test_somebody_of_whom_the_roll_has_only_ids_is_named_as_the_source_prints_them() -> None:
    nameless = Person("twfy:1", "1", {"twfy": "1"}, "twfy:1")
    voice = Voices(MemoryRoll([nameless], {"person/1": "twfy:1"})).voice(Mark(key="person/1", name="Ada Quill"))
    assert (voice.person_id, voice.name) == ("twfy:1", "Ada Quill")


def test_a_name_without_an_id_is_never_guessed(house) -> None:
    voice = Voices(house.roll(house.person("a"))).voice(Mark(name="Member A"))
    assert (voice.person_id, voice.unresolved, voice.name) == (None, NO_ID, "Member A")


def test_nobodys_words_and_several_voices_have_no_speaker(house) -> None:
    collective, procedural, first_person = house.judged(
        [
            house.say("*", "rose—"),
            house.say(None, "Question put and agreed to.", procedural=True),
            house.say(None, "I should like to say a word about lighthouses."),
        ]
    ).judgements
    assert (collective.kind, collective.name, collective.unresolved) == ("collective", None, None)
    assert (procedural.kind, procedural.name, procedural.unresolved) == ("procedural", None, None)
    assert (first_person.kind, first_person.person_id, first_person.unresolved) == ("speech", None, NOBODY_NAMED)


def test_each_mark_is_looked_up_in_the_roll_once() -> None:
    asked: list[str] = []

    class Counting:
        def person(self, key: str) -> None:
            asked.append(key)

    voices = Voices(Counting())
    for name in ("Ada Quill", "Ada Quill", "Ms Quill"):
        voices.voice(Mark(key="person/9", name=name))
    assert asked == ["person/9"]
