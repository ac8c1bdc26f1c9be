"""The built book in a real browser: nothing is asked of the world, nothing fails, all can use it.

Every page is opened from its folder, as a reader without a server does, with all requests to
elsewhere refused, and checked by axe. All its rules on all pages in all of light, dark, desktop
and phone would take too long for every run: each page is checked light on a desktop; dark on a
phone, every third page, and the others by the rules that depend on how a page looks. With
BROWSER_TESTS=all, everything is checked. Of the thousands of words in code that look alike, one of
each kind on a page is enough: axe takes most of its time to measure their contrast one by one.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

import axe_playwright_python
import pytest
from test_built_book import HTML, MISSING, PAGES

from autograder.tests.browser import Watched, browser, served  # noqa: F401 - a fixture

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"NOT TESTED: no current book in _build/html ({MISSING})"
)
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf8")
OTHERS = ["search", "404"]
LOOKS_ONLY = ["color-contrast", "scrollable-region-focusable", "target-size", "link-in-text-block"]
ALL = os.environ.get("BROWSER_TESTS") == "all"
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
LOOKS = {"light-desktop": ("light", DESKTOP), "dark-phone": ("dark", PHONE)}
if ALL:
    LOOKS |= {"dark-desktop": ("dark", DESKTOP), "light-phone": ("light", PHONE)}

# What waits for a prediction or is folded away is read too.
OPEN_ALL = """() => {
  for (const each of document.querySelectorAll(".quiz-reveal")) each.hidden = false;
  for (const each of document.querySelectorAll("details")) each.open = true;
}"""
# More than two hundred claims are made alike, and axe would take a minute for them.
KEEP_A_FEW_CLAIMS = """() => {
  for (const each of [...document.querySelectorAll(".claim")].slice(12)) each.remove();
}"""
# Alike is what has the same color, size and weight on the same backgrounds.
KEEP_ONE_TOKEN_OF_A_KIND = """() => {
  const seen = new Set(), doubles = [];
  for (const token of document.querySelectorAll("pre span")) {
    const {color, fontSize, fontWeight} = getComputedStyle(token);
    const look = [color, fontSize, fontWeight];
    for (let box = token; box; box = box.parentElement) {
      const {backgroundColor, backgroundImage, opacity} = getComputedStyle(box);
      look.push(backgroundColor, backgroundImage, opacity);
    }
    const kind = look.join();
    if (seen.has(kind)) doubles.push(token);
    seen.add(kind);
  }
  for (const token of doubles) token.replaceWith(...token.childNodes);
}"""
WAIT_FOR_MEASURED = "() => new Promise((done) => setTimeout(done, 150))"
BAD_MATHEMATICS = r"""() => {
  const bad = [];
  for (const box of document.querySelectorAll(".math")) {
    const formula = box.querySelector("math");
    const size = formula?.getBoundingClientRect();
    if (!formula || formula.querySelector("merror") || !size.width || !size.height)
      bad.push(box.textContent);
  }
  for (const root of document.querySelectorAll("msqrt")) {
    const inner = [...root.children].map((child) => child.getBoundingClientRect());
    const left = Math.min(...inner.map((box) => box.left));
    if (left - root.getBoundingClientRect().left < 3) bad.push(`no root sign: ${root.textContent}`);
  }
  const article = document.querySelector("article").cloneNode(true);
  for (const code of article.querySelectorAll("code, pre, math, svg, script, style")) code.remove();
  const raw = article.textContent.match(/\\[a-z]+\{|\\\(|\$\$|\$[^$\s][^$]*\\[a-z]+[^$]*\$/);
  if (raw) bad.push(`raw: ${raw[0]}`);
  if (document.querySelector("math") && !document.fonts.check('16px "STIX Two Math"'))
    bad.push("the font of formulas was not loaded");
  return bad;
}"""
RUN_AXE = r"""async (rules) => {
  const options = {resultTypes: ["violations"], preload: false};
  if (rules) options.runOnly = {type: "rule", values: rules};
  const {violations} = await axe.run(document, options);
  const found = ({html, failureSummary}) => `${html.slice(0, 150)} ${failureSummary}`;
  return violations.map(({id, impact, nodes}) => `${id} (${impact}): ${nodes.map(found)}`);
}"""


@pytest.fixture(scope="module")
def site():
    with served(HTML) as address:
        yield address


@pytest.fixture(scope="module", params=LOOKS)
def watched(browser, request):  # noqa: F811
    """A page of the browser in one of the looks, which may read the book's folder and no more."""
    scheme, viewport = LOOKS[request.param]
    how = {"color_scheme": scheme, "viewport": viewport, "reduced_motion": "reduce"}
    seen = Watched(browser, (f"{HTML.as_uri()}/",), **how)
    seen.look = request.param
    yield seen
    seen.context.close()


@pytest.mark.parametrize("name", PAGES + OTHERS)
def test_a_page_is_complete_in_itself_and_all_can_use_it(watched, name):
    page = watched.open(f"{HTML.as_uri()}/{name}.html")
    page.evaluate(OPEN_ALL)
    page.evaluate(WAIT_FOR_MEASURED)
    assert watched.outside == [], "asked for something outside the book"
    assert watched.errors == []
    assert page.evaluate(BAD_MATHEMATICS) == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, "the page scrolls sideways"
    if not ALL:
        page.evaluate(KEEP_A_FEW_CLAIMS)
        page.evaluate(KEEP_ONE_TOKEN_OF_A_KIND)
    everything = ALL or watched.look == "light-desktop" or (PAGES + OTHERS).index(name) % 3 == 0
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE, None if everything else LOOKS_ONLY) == []


@pytest.mark.parametrize(
    ("query", "due"),
    [
        ("no parameters", "book/pitfalls/no-parameters.html"),
        ("mat1 and mat2 shapes cannot be multiplied", "book/pitfalls/shapes-dtypes-devices.html"),
        ("kaiming a=sqrt(5)", "book/init/what-pytorch-does.html"),
        ("optimizer got an empty parameter list", "book/pitfalls/does-not-learn.html"),
    ],
)
@pytest.mark.parametrize("place", ["server", "folder"])
def test_the_search_finds_what_people_look_for(browser, site, place, query, due):  # noqa: F811
    base = site if place == "server" else HTML.as_uri()
    seen = Watched(browser, (base,))
    page = seen.open(f"{base}/search.html?q={quote(query)}")
    first = page.locator("#search-results a").first.get_attribute("href")
    assert first.partition("#")[0] == due
    assert seen.outside == [] and seen.errors == []
    seen.context.close()


def test_a_keyboard_reaches_the_text_the_search_and_the_list_of_pages(browser, site):  # noqa: F811
    seen = Watched(browser, (site,), viewport=PHONE, reduced_motion="reduce")
    page = seen.open(f"{site}/book/init/what-pytorch-does.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main-content")
    page.locator(".primary-toggle").press("Enter")
    assert page.locator("dialog[open] a.current").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("Control+k")
    page.keyboard.type("bias")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=bias")
    assert seen.errors == [] and seen.outside == []
    seen.context.close()


def test_light_and_dark_can_be_chosen_and_the_choice_is_kept(browser, site):  # noqa: F811
    seen = Watched(browser, (site,), color_scheme="light")
    page = seen.open(f"{site}/book/welcome.html")
    theme = "document.documentElement.dataset.theme"
    assert page.evaluate(theme) == "light"
    page.locator(".theme-switch-button").first.click()
    assert page.evaluate(theme) == "dark"
    page.reload()
    assert page.evaluate(theme) == "dark"
    seen.context.close()


def test_without_scripts_a_page_has_its_text_its_formulas_and_its_answers(browser):  # noqa: F811
    seen = Watched(browser, (f"{HTML.as_uri()}/",), java_script_enabled=False)
    page = seen.open(f"{HTML.as_uri()}/book/init/what-pytorch-does.html")
    assert page.locator("math").first.is_visible()
    page.locator("details.quiz-why summary").first.click()
    assert page.locator("details.quiz-why[open]").count() == 1
    assert seen.outside == []
    seen.context.close()


def test_notebooks_beside_the_pages_are_plain_and_without_outputs():
    notebooks = sorted(HTML.glob("book/**/*.ipynb"))
    assert len(notebooks) > 30
    for path in notebooks:
        cells = json.loads(path.read_text(encoding="utf8"))["cells"]
        text = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        for left in (":::", "{term}", "{glue", "{claim}", "{ref}", "{cite"):
            assert left not in text, f"{path.name}: {left}"
        assert not any(cell.get("outputs") for cell in cells)
