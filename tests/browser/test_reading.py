"""A reader's way through the site in a real browser, and an accessibility check of each page on it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

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
    page.get_by_role("searchbox").fill("a")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("“a”")


def test_a_permalink_opens_the_debate_at_the_very_words(page: Page, member: str) -> None:
    page.goto(member)
    article = page.locator("article.focus.speech").first
    words = article.locator(".words").inner_text()
    article.get_by_role("link", name="Link").click()
    page.wait_for_url("**/debate/**")
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(target).to_be_in_viewport()
    assert words.split("\n")[0] in target.inner_text()


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", "member", "debate", "person", "/find?q=a", "/sittings", "/about", "/people/nobody"]
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


@pytest.mark.parametrize("path", ["/", "member", "debate", "person", "/sittings"])
def test_no_page_scrolls_sideways(chromium: Browser, address: str, member: str, path: str) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto(_path(page, path, member))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def _path(page: Page, path: str, member: str) -> str:
    if path == "debate":
        page.goto(member)
        return str(page.get_by_role("link", name="Whole debate").first.get_attribute("href"))
    return {"member": member, "person": member.removesuffix("/excerpts")}.get(path, path)
