"""Pages of feedback say everything, to everyone, and run nothing that a learner wrote."""

import re
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from autograder import feedback, pages, release
from autograder.autograded import graded_notebook
from autograder.results import CellRun, Result, SubmissionResult, Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
VOID = {"meta", "br", "img", "hr", "input", "link"}


class Page(HTMLParser):
    """A page's tags, attributes and text, and whether every tag is closed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.pieces, self.open = [], [], [], []
        self.feed(html)
        self.close()
        self.text = "".join(self.pieces)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attributes]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}>"

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.pieces.append(data)

    def values(self, name):
        return [value for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture(scope="module")
def released():
    return release.load("02-linear-layer", ROOT)


def page_of(released, outcome, nb=None, student="ada"):
    graded = graded_notebook(released, outcome, nb or released.nb)
    return Page(feedback.page(released, student, outcome, graded))


@pytest.fixture(scope="module")
def attacked(released):
    outcome, nb = fabricated.hostile(released)
    return page_of(released, outcome, nb, student=fabricated.ATTACK)


def test_nothing_that_a_learner_wrote_becomes_markup(attacked):
    assert not {"script", "iframe", "object", "embed", "svg", "link", "form"} & set(attacked.tags)
    assert not [name for _, name, _ in attacked.attributes if name.startswith("on")]
    assert "details" in attacked.tags and "ontoggle" in attacked.text
    assert attacked.open == []
    assert attacked.text.count("<script>alert(1)</script>") > 20


def test_a_page_loads_nothing_and_leads_nowhere_of_the_learner_s_choosing(attacked):
    assert [src[:22] for src in attacked.values("src")] == ["data:image/png;base64,"] * 8
    allowed = [href for href in attacked.values("href") if not href.startswith("#")]
    assert set(allowed) == {"https://example.org/"}
    assert "default-src 'none'" in " ".join(filter(None, attacked.values("content")))


def test_text_shows_without_escapes_or_reordering(attacked):
    assert "\x1b" not in attacked.text and "\u202e" not in attacked.text


def test_hints_of_the_release_still_fold(released):
    assert page_of(released, fabricated.result(released)).tags.count("details") == 10


def test_the_summary_links_to_a_card_for_every_check(released):
    page = page_of(released, fabricated.result(released, [Verdict.FAILED]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for check in released.checks:
        assert f"#{check.grade_id}" in page.values("href") and check.grade_id in ids
    assert "13 of 17 points" in page.text


@pytest.mark.parametrize("levels", ["1", "6", "1 6", "3 1 6 2", ""])
def test_headings_never_skip_a_level(released, levels):
    nb = fabricated.graded(released)
    texts = [f"{'#' * int(level)} heading" for level in levels.split()]
    nb.cells[2:2] = [nbformat.v4.new_markdown_cell(text) for text in texts]
    tags = page_of(released, fabricated.result(released), nb).tags
    found = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert found[0] == 1 and found.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(found, found[1:], strict=False))


def test_a_failed_check_shows_what_was_tried_and_the_idea_and_the_place(released):
    check = Result(
        "linear-layer/forward",
        Verdict.FAILED,
        0.0,
        4.0,
        idea="bias-subtracted",
        message="Tried    layer(x)\nGot      [1.0]\nDue      [2.0]\nRight already: shapes.",
        tried="layer(x): a batch",
        got="[1.0]",
        due="[2.0]",
        hint="Add it: `x + bias`.",
        page="linear-layer/nn-linear-exactly#bias-shape",
    )
    outcome = fabricated.result(released)
    outcome.checks["check-forward"] = check
    page = page_of(released, outcome)
    for words in (
        "layer(x): a batch",
        "[1.0]",
        "[2.0]",
        "Add it: x + bias.",
        "Right already: shapes.",
    ):
        assert words in page.text
    assert pages.place(check.page) in page.text


def test_links_into_the_book_are_made_where_it_is_served(released, monkeypatch):
    monkeypatch.setenv(pages.BOOK_URL, "https://book.example/")
    page = page_of(released, fabricated.result(released))
    assert "https://book.example/book/linear-layer/nn-linear-exactly.html" in page.values("href")


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.MALFORMED, "not readable"),
        (Verdict.GRADER_FAULT, "a fault of the grader"),
        (Verdict.MISSING, "nothing handed in"),
    ],
)
def test_a_submission_that_did_not_run_gets_the_reason_and_no_notebook(released, verdict, words):
    outcome = fabricated.result(released, [verdict] * 5, overall=verdict, reason="the very reason")
    page = page_of(released, outcome)
    assert words in page.text and "the very reason" in page.text
    assert "Your notebook" not in page.text
    zero = "0 of 17" in page.text
    assert zero == (verdict is Verdict.MISSING)


def test_what_a_person_must_decide_is_told_apart_from_a_zero(released):
    page = page_of(released, fabricated.result(released, [Verdict.REVIEW]))
    assert "13 of 13 points so far, 4 to be decided" in page.text
    assert "open, of 4" in page.text


def test_outputs_stand_below_their_cell(released):
    runs = [
        CellRun(
            "setup", [{"output_type": "stream", "name": "stdout", "text": "a\x1b[1mb\n1%\r99%"}]
        )
    ]
    page = page_of(released, fabricated.result(released, cells=runs))
    assert "ab\n99%" in page.text


@pytest.mark.parametrize(
    ("stopped", "words"), [("timeout", "took too long"), ("killed", "ended the")]
)
def test_a_cell_that_was_stopped_says_so(released, stopped, words):
    outcome = fabricated.result(released, cells=[CellRun("setup", [], stopped)])
    assert f"This cell {words}" in page_of(released, outcome).text


def test_a_very_long_notebook_still_shows_every_check(released):
    nb = fabricated.graded(released)
    nb.cells[2:2] = [nbformat.v4.new_code_cell("x\n" * 20_000) for _ in range(30)]
    page = page_of(released, fabricated.result(released), nb)
    assert len(page.text) < 300_000
    assert all(check.grade_id in page.values("id") for check in released.checks)


def luminance(color):
    """WCAG 2.2, relative luminance."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_all_text_has_enough_contrast(scheme):
    css = (Path(feedback.__file__).parent / "templates" / "feedback.css").read_text()
    block = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[scheme]
    colors = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
    grounds = [luminance(colors.pop(name)) for name in ("page", "panel")]
    colors.pop("line")
    assert len(colors) == 12
    for name, color in colors.items():
        for ground in grounds:
            light, dark = sorted((luminance(color), ground), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, name


def test_the_index_lists_the_class_with_links(released):
    names = ["ada", "a b/ü", fabricated.ATTACK]
    results = {name: fabricated.result(released, [Verdict.REVIEW]) for name in names}
    marks = {"02-linear-layer": {"ada": {"check-forward": 2.0}}}
    page = Page(feedback.index({"02-linear-layer": results}, marks))
    assert page.open == [] and "script" not in page.tags
    assert "3 submissions, 2 waiting" in page.text
    assert page.values("href")[0] == "ada/02-linear-layer/linear-layer.html"
    assert "15 of 17" in page.text and "open of 17" in page.text
    assert all(":" not in href and "<" not in href for href in page.values("href"))


def test_the_graded_notebook_is_valid_and_runs_nothing_in_the_formgrader(released):
    from nbconvert.filters import markdown2html

    outcome, nb = fabricated.hostile(released)
    graded = graded_notebook(released, outcome, nb)
    nbformat.validate(graded)
    own = {cell.source for cell in released.nb.cells}
    for cell in graded.cells:
        assert cell.cell_type in ("code", "markdown") and "attachments" not in cell
        if cell.cell_type == "markdown" and cell.source not in own:
            html = markdown2html(cell.source)
            assert "<script" not in html and "<img" not in html and "href" not in html
        for output in cell.get("outputs", []):
            kinds = set(output.get("data", {}))
            assert kinds <= {"text/plain", "image/png"} or release.is_check(cell)
            assert "<script" not in output.get("data", {}).get("text/html", "")
            assert output.output_type != "execute_result" or release.is_check(cell)


def test_a_cell_of_no_release_brings_no_metadata(released):
    outcome, nb = fabricated.hostile(released)
    graded = graded_notebook(released, outcome, nb)
    assert {tuple(cell.metadata) for cell in graded.cells if cell.id.startswith("extra")} == {
        (),
        ("autograder_source",),
    }
    assert graded.metadata == released.nb.metadata


def test_an_empty_result_still_makes_a_page(released):
    outcome = SubmissionResult("02-linear-layer", "linear-layer", Verdict.MISSING, {})
    assert "Results" in page_of(released, outcome).text
