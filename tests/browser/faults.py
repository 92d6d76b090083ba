"""What axe finds wrong with a page for those who do not see, hear or point well."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"


def serious_faults(page: Page, within: str | None = None) -> list[str]:
    """Return the serious and critical faults of a page, or a part of it, each with the first element it concerns."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("within => axe.run(within ?? document, {resultTypes: ['violations']})", within)
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:200]}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


def faults_of_the_menu(page: Page) -> dict[str, list[str]]:
    """Open every place of the desk's menu in each of its tabs; return the faults by place and tab.

    What stands around them is the same everywhere: it is looked at once.
    """
    menu = page.get_by_label("主导航")
    expect(menu.get_by_role("link").first).to_be_visible()
    found: dict[str, list[str]] = {"": serious_faults(page)}
    for name in [words.strip() for words in menu.get_by_role("link").all_inner_texts()]:
        _open(page, menu.get_by_role("link", name=name, exact=True))
        found[name] = serious_faults(page, "main")
        tabs = page.locator("main").get_by_role("navigation", name=name, exact=True).get_by_role("link")
        for part in tabs.all_inner_texts()[1:]:
            _open(page, tabs.filter(has_text=part))
            found[f"{name} {part}"] = serious_faults(page, "main")
    return {where: faults for where, faults in found.items() if faults}


def _open(page: Page, link: Locator) -> None:
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    expect(page.locator("main h1, main canvas").first).to_be_visible(timeout=60_000)
    expect(page.locator("main [aria-busy=true]")).to_have_count(0, timeout=120_000)
