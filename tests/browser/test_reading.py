"""A reader's way through the site in a real browser, and an accessibility check of each page on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1440)


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert complaints == []
    context.close()


@pytest.fixture(scope="module")
def member(chromium: Browser, address: str) -> str:
    """The page of excerpts of whoever speaks first in the newest sitting's first debate with a known speaker."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("/sittings")
    for day in page.locator("table.ledger th a").all():
        page.goto(str(day.get_attribute("href")))
        for debate in page.locator("ul.rows a").all():
            page.goto(str(debate.get_attribute("href")))
            if page.locator("a.name").count():
                href = page.locator("a.name").first.get_attribute("href")
                context.close()
                return f"{href}/excerpts"
            page.go_back()
    raise AssertionError("nobody speaks in the specimen")


def test_from_the_start_page_to_a_members_words(page: Page) -> None:
    page.goto("/")
    page.locator("table.ledger th a").first.click()
    page.locator("ul.rows a").first.click()
    expect(page.locator("article.said").first).to_be_visible()
    page.go_back()
    page.go_back()
    page.get_by_role("searchbox").fill("lighthouse")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("“lighthouse”")
    page.locator("ol.hits a").first.click()
    expect(page.locator(f"[id='{urlsplit(page.url).fragment}']")).to_be_in_viewport()


def test_a_permalink_opens_the_debate_at_the_very_words(page: Page, member: str) -> None:
    page.goto(member)
    article = page.locator("article.focus.speech").first
    words = article.locator(".words").inner_text()
    article.get_by_role("link", name="Link").click()
    page.wait_for_url("**/debate/**")
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(target).to_be_in_viewport()
    assert words.split("\n")[0] in target.inner_text()


def test_links_to_report_a_mistake_do_not_widen_a_narrow_page(
    page: Page, member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_REPORT_ADDRESS", "mistakes@record.example")
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{member}?per_page=9")  # an address of its own: no page kept from before
    assert page.get_by_role("link", name="Report a mistake").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_omitted_can_be_shown(page: Page, member: str) -> None:
    page.goto(member)
    gap = page.locator(".omitted a").first
    href = str(gap.get_attribute("href"))
    gap.click()
    page.wait_for_url("**/debate/**")
    if "#" in href:
        expect(page.locator(f"[id='{href.partition('#')[2]}']")).to_be_in_viewport()


def test_the_form_narrows_by_keyboard_alone(page: Page, member: str) -> None:
    page.goto(member)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the words")).to_be_focused()
    summary = page.locator("details.filter summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Shown with").focus()
    page.keyboard.type("their")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**context=none**")
    expect(page.locator("article.said:not(.focus)")).to_have_count(0)


BILL = "/bills/lighthouses-and-lesser-beacons-bill-2017-19"
DEBATE = "/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill"
SITTING = "/sittings/2019-08-12/commons-chamber"
QUOTE = "/verify?quote=They+sold+the+window.+The+inquiry+was+quite+clear"
KINDS_OF_PAGE = ("/", "member", "debate", "person", "/search?q=lighthouse", "/sittings", "/about", "/people/nobody",
                 "/people", "/departments", "/departments/home-office", "/bills", BILL, f"{BILL}/ministerial",
                 f"{DEBATE}/history", "/divisions", "division", SITTING, "/sittings/2019-08-12", QUOTE,
                 "/cite?reference=HC+Deb+12+August+2019,+col+12", "/coverage", "/errata", "/api")  # fmt: skip


IN_THE_DARK = ("/", "member", "debate", "person", "/search?q=lighthouse", "division", f"{DEBATE}/history", QUOTE)


@pytest.mark.parametrize(
    ("path", "scheme"), [(path, "light") for path in KINDS_OF_PAGE] + [(path, "dark") for path in IN_THE_DARK]
)
def test_nothing_to_fix_for_accessibility(chromium: Browser, address: str, member: str, path: str, scheme: str) -> None:
    context = chromium.new_context(base_url=address, bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(_path(page, path, member))
    for fold in page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_no_page_scrolls_sideways(chromium: Browser, address: str, member: str, path: str) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto(_path(page, path, member))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_marked_passage_is_copied_with_its_reference_or_as_a_link_to_the_words(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(DEBATE)
    paragraph = page.locator("article.speech .words p").first
    article = page.locator("article.speech").first
    expect(page.locator(".passage")).to_be_hidden()
    paragraph.evaluate("p => getSelection().selectAllChildren(p)")
    page.get_by_role("button", name="Copy quotation with reference").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    words = " ".join(paragraph.inner_text().split())
    assert copied.startswith(f"“{words}” (")
    assert "HC Deb 12 August 2019" in copied
    page.get_by_role("button", name="Copy link to this passage").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert f"#{article.get_attribute('id')}:~:text=" in link
    reader = context.new_page()
    reader.goto(link)
    expect(reader.locator(f"[id='{article.get_attribute('id')}'] .words p").first).to_be_in_viewport()
    context.close()


def test_everything_is_read_and_searched_without_scripts(chromium: Browser, address: str, member: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(member)
    expect(page.locator("article.focus").first).to_be_visible()
    page.goto("/")
    page.get_by_role("searchbox").fill("lighthouse")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("ol.hits li").first).to_be_visible()
    page.goto("/verify")
    page.get_by_label("A quotation, or an article with quotations in it").fill("They keep the window.")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("word for word")
    page.goto(DEBATE)
    page.locator("details.division summary").first.click()
    expect(page.locator("details.division table").first).to_be_visible()
    context.close()


def test_a_debate_prints_to_pdf_with_its_words_and_the_licence(page: Page, tmp_path: Path) -> None:
    page.goto(DEBATE)
    first = page.locator("article.speech .words p").first.inner_text()
    page.pdf(path=tmp_path / "debate.pdf", prefer_css_page_size=True)
    pages = [one.extract_text() for one in PdfReader(tmp_path / "debate.pdf").pages]
    text = " ".join(" ".join(pages).split())
    assert " ".join(first.split())[:60] in text
    assert "Open Parliament Licence" in text
    assert "Search" not in pages[0]
    head = page.title().removesuffix(" · On Record")  # debate and date, above each page
    assert len(pages) > 1
    assert all(head in " ".join(one.split()) for one in pages[:-1])


def _path(page: Page, path: str, member: str) -> str:
    if path == "debate":
        page.goto(member)
        return str(page.get_by_role("link", name="Whole debate").first.get_attribute("href"))
    if path == "division":
        page.goto("/divisions")
        return str(page.locator("tbody th a").first.get_attribute("href"))
    return {"member": member, "person": member.removesuffix("/excerpts")}.get(path, path)
