"""Two hundred texts that try to act, and a sitting made of them: every one is fiction, and none may come to life."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

CALL = "window.hurt=1"
ACTS = (
    f"<script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<body onload={CALL}>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<iframe src='javascript:parent.{CALL}'></iframe>",
    f"<a href='javascript:{CALL}'>x</a>",
    f"<details open ontoggle={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<video><source onerror={CALL}></video>",
    f"<math><mtext><style><img src=x onerror={CALL}></style></mtext></math>",
    f"<style>@import 'javascript:{CALL}';</style>",
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    f"<form action=javascript:{CALL}><button>x</button></form>",
    f"<object data='javascript:{CALL}'></object>",
    f"<template><script>{CALL}</script></template>",
    f"<!--><script>{CALL}</script>-->",
    f"<![CDATA[<script>{CALL}</script>]]>",
    f"</title><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</style></script><script>{CALL}</script>",
    f"{{{{ ''.__class__ }}}}<script>{CALL}</script>{{% raw %}}",
    f"javascript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
    f"&#60;script&#62;{CALL}&#60;/script&#62;",
    f"\u202e<script>{CALL}</script>\u202c",
    f"\u2066<img src=x onerror={CALL}>\u2069",
    f"\ufeff<script>{CALL}</script>",
    f"<scr\u00adipt>{CALL}</script>",
    f"＜script＞{CALL}＜/script＞",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\u009b31mred\u009b0m",
)  # fmt: skip
AROUND = ("{}", '"{}', "'>{}", '" autofocus onfocus=window.hurt=1 x="{}', "word {} word")
PAYLOADS = tuple(around.format(act) for act in ACTS for around in AROUND)
DAY = "2018-04-01"


def hostile_sitting(folder: Path) -> Path:
    """A day of the Commons in which every payload is said once, and stands in headings, names and numbers too."""
    parts = []
    for number, payload in enumerate(PAYLOADS):
        text, attribute = escape(payload), quoteattr(payload)
        identity = f"uk.org.publicwhip/debate/{DAY}a.{number + 1}"
        if number % 10 == 0:
            parts.append(f'<major-heading id="{identity}.0" colnum="{number}">{text} {number}</major-heading>')
        parts.append(
            f'<speech id="{identity}.1" speakername={attribute} person_id="uk.org.publicwhip/person/8{number:04}" '
            f'colnum="{number}" time="09:{number % 60:02}:00" url={attribute}><p pid="a{number}/1">{text}</p></speech>'
        )
    file = folder / f"debates{DAY}a.xml"
    file.write_text(f'<publicwhip scraperversion="a" latest="yes">{"".join(parts)}</publicwhip>', encoding="utf-8")
    return file
