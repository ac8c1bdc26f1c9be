"""Pages of feedback say everything, to everyone, and run nothing that a learner wrote."""

import base64
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from autograder import class_index, feedback, journal, pages, release, render, workers
from autograder.autograded import graded_notebook
from autograder.results import CellRun, Result, SubmissionResult, Verdict
from autograder.scrub import PNG
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
PNG_OF_A_MEGABYTE = base64.b64encode(PNG + bytes(2**20 - 8)).decode()
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


def page_of(released, outcome, nb=None, student="ada", **recorded):
    graded = graded_notebook(released, outcome, nb or released.nb)
    return Page(feedback.page(released, student, outcome, graded, **recorded))


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


def test_hints_of_the_release_still_fold_and_so_does_its_introduction(released):
    page = page_of(released, fabricated.result(released))
    assert page.tags.count("details") == 11
    assert page.text.index("says at its beginning") < page.text.index("How to work")


def test_the_summary_links_to_a_card_for_every_check(released):
    page = page_of(released, fabricated.result(released, [Verdict.FAILED]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for check in released.checks:
        assert f"#{check.grade_id}" in page.values("href") and check.grade_id in ids
    assert "13 of 17 points" in page.text


def test_the_summary_says_in_a_sentence_what_to_look_at(released):
    outcome = fabricated.result(released)
    outcome.checks["check-forward"] = Result(
        "x", Verdict.FAILED, 0.0, 4.0, message="m", tried="t", hint="Not `x`. And more."
    )
    outcome.checks["check-backward"] = Result(
        "y", Verdict.ERROR, 0.0, 4.0, message="m", tried="t", got="TypeError: <i>no</i>"
    )
    summary = page_of(released, outcome).text.partition("Your notebook")[0]
    assert "1. A linear layer of your own" in summary
    assert "Not x." in summary and "And more." not in summary
    assert "TypeError: <i>no</i>" in summary


@pytest.mark.parametrize("levels", ["1", "6", "1 6", "3 1 6 2", ""])
def test_headings_never_skip_a_level(released, levels):
    nb = fabricated.graded(released)
    texts = [f"{'#' * int(level)} heading" for level in levels.split()]
    nb.cells[2:2] = [nbformat.v4.new_markdown_cell(text) for text in texts]
    tags = page_of(released, fabricated.result(released), nb).tags
    found = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert found[0] == 1 and found.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(found, found[1:], strict=False))
    assert 4 in found  # the exercises stand below the assignment, cells apart


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
def test_a_submission_that_did_not_run_says_why_and_what_to_do_and_shows_no_notebook(
    released, verdict, words
):
    outcome = fabricated.result(released, [verdict] * 5, overall=verdict, reason="the very reason")
    page = page_of(released, outcome)
    assert words in page.text and "Your notebook" not in page.text
    # What our own failure says may quote a hidden case; the instructor finds it in the index.
    assert ("the very reason" in page.text) == (verdict is Verdict.MALFORMED)
    advice = {
        Verdict.MALFORMED: "open your notebook in JupyterLab",
        Verdict.GRADER_FAULT: "you need not do anything",
        Verdict.MISSING: "02-linear-layer/linear-layer.ipynb",
    }
    assert advice[verdict] in page.text
    zero = "0 of 17" in page.text
    assert zero == (verdict is Verdict.MISSING)


def test_an_exercise_handed_in_untouched_is_not_called_missing(released):
    outcome = fabricated.result(released, [Verdict.MISSING] * 5, overall=Verdict.MISSING)
    page = page_of(released, outcome)
    assert "nothing handed in" not in page.text and "Your notebook" in page.text


def test_what_our_own_failure_says_about_a_check_stays_with_us(released):
    outcome = fabricated.result(released, [Verdict.GRADER_FAULT], overall=Verdict.GRADER_FAULT)
    page = page_of(released, outcome)
    assert "about check-forward" not in page.text and "about check-backward" in page.text
    assert "on our side" in page.text and "Your notebook" in page.text


def test_what_a_person_must_decide_is_told_apart_from_a_zero(released):
    page = page_of(released, fabricated.result(released, [Verdict.REVIEW]))
    assert "13 of 13 points so far, 4 to be decided" in page.text
    assert "open, of 4" in page.text


def test_a_person_s_points_are_shown_beside_what_the_check_said(released):
    outcome = fabricated.result(released, [Verdict.REVIEW, Verdict.FAILED])
    scores = {"check-forward": 3.0, "check-parameter-count": 1.0, "check-backward": None}
    page = page_of(released, outcome, scores=scores)
    assert "11 of 13 points so far, 4 to be decided" in page.text
    assert page.text.count("decided by a person") == 4  # in the summary and in the card, twice
    assert "The check left this to a person." in page.text
    assert "By itself the check came to: not yet right, 0 of 2 points." in page.text


def test_with_all_points_from_a_person_all_is_passed(released):
    outcome = fabricated.result(released, [Verdict.REVIEW], overall=Verdict.REVIEW)
    page = page_of(released, outcome, scores={"check-forward": 4.0})
    summary = page.text.partition("Your notebook")[0]
    assert "17 of 17 points" in summary and "will look at this" not in summary


@pytest.mark.parametrize(
    ("penalty", "total", "words"),
    [
        (2.0, "11 of 17 points", "2 points taken off the 13 earned"),
        (99.0, "0 of 17 points", "99 points taken off the 13 earned"),
    ],
)
def test_lateness_is_told_and_taken_off(released, penalty, total, words):
    page = page_of(released, fabricated.result(released, [Verdict.FAILED]), penalty=penalty)
    assert total in page.text and words in page.text


def test_a_person_s_comments_stand_at_their_cells_and_run_nothing(released):
    comments = [
        ("forward", f"See *this*.\n\n{fabricated.ATTACK}"),
        ("forward", "And that."),
        ("gone", "On a cell that is not there."),
        ("backward", " "),
    ]
    page = page_of(released, fabricated.result(released), comments=comments)
    summary, _, notebook = page.text.partition("Your notebook")
    assert "A person wrote about: 1. A linear layer of your own" in " ".join(summary.split())
    assert "On a cell that is not there." in summary and "See this." not in summary
    assert notebook.index("See this.") < notebook.index("And that.")
    assert notebook.index("And that.") < notebook.index("about check-forward")
    assert "4. The way back" not in summary.partition("A person wrote")[2]
    assert "#comment-1" in page.values("href") and "comment-1" in page.values("id")
    assert "script" not in page.tags and page.open == []


def test_comments_reach_whoever_handed_in_nothing_readable(released):
    outcome = fabricated.result(
        released, [Verdict.MALFORMED] * 5, overall=Verdict.MALFORMED, reason="why"
    )
    page = page_of(released, outcome, comments=[("forward", "Hand it in again.")])
    assert "Hand it in again." in page.text


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


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a table of a hundred columns", f"{'|a' * 100}|\n{'|-' * 100}|\n" + "|\n" * 9_000),
        ("a reference that never ends", "[a]: <" * 4_000),
        ("many references", "[a]: b\n" * 3_000),
    ],
)
def test_no_markdown_of_a_learner_grows_without_bound(name, source):
    assert len(render.markdown(source, render.Outline())) < 10 * render.MAX_SOURCE


def test_blanks_that_nobody_sees_cost_nothing():
    assert "\t" not in render.code("a\t \n" * 3_000)


def test_more_output_than_fits_is_left_out_and_says_so(released):
    picture = {"output_type": "display_data", "data": {"image/png": PNG_OF_A_MEGABYTE}}
    runs = [CellRun("setup", [picture] * 9)]
    page = page_of(released, fabricated.result(released, cells=runs))
    assert page.tags.count("img") == 2
    assert page.text.count("more output than fits") == 1
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
    scores = {"02-linear-layer": {"ada": {"check-forward": 2.0}}}
    page = Page(class_index.index({"02-linear-layer": results}, scores))
    assert page.open == [] and "script" not in page.tags
    assert "3 submissions" in page.text
    links = [href for href in page.values("href") if not href.startswith("#")]
    assert len(links) == 3 and links[-1] == "ada/02-linear-layer/linear-layer.html"
    assert "15 of 17" in page.text and "open, of 17" in page.text
    assert all(":" not in href and "<" not in href for href in page.values("href"))


def test_the_index_begins_with_whom_a_person_has_to_look_at_then_goes_by_points(released):
    none, some = [Verdict.FAILED] * 5, [Verdict.PASSED, Verdict.FAILED]
    results = {
        "all": fabricated.result(released),
        "more": fabricated.result(released, some),
        "less": fabricated.result(released, [Verdict.FAILED]),
        "late": fabricated.result(released),
        "none": fabricated.result(released, none),
        "decided": fabricated.result(released, [Verdict.REVIEW]),
        "review": fabricated.result(released, [Verdict.REVIEW]),
        "asked": fabricated.result(released),
    }
    scores = {"decided": {"check-forward": 0.0}, "asked": {"check-backward": None}}
    name = "02-linear-layer"
    page = Page(class_index.index({name: results}, {name: scores}, {name: {"late": 3.0}}))
    order = [href.partition("/")[0] for href in page.values("href") if "/" in href]
    assert order == ["asked", "review", "none", "decided", "less", "late", "more", "all"]
    for words in ("2 A person has to decide", "1 No points", "4 Some points", "1 All points"):
        assert words in page.text
    assert "backward: to be marked by a person" in page.text
    assert "forward: about check-forward" in page.text


def test_the_index_tells_the_instructor_what_failed(released):
    outcome = fabricated.result(
        released, [Verdict.GRADER_FAULT] * 5, overall=Verdict.GRADER_FAULT, reason="KeyError: 'x'"
    )
    page = Page(class_index.index({"02-linear-layer": {"ada": outcome}, "03-empty": {}}))
    assert page.text.count("KeyError: 'x'") == 1
    assert page.open == []


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


NAME = "02-linear-layer"


@pytest.fixture
def course(released, tmp_path):
    """Three results with their graded notebooks; no gradebook."""
    for student, verdict in (("ada", "failed"), ("bob", "passed"), ("zoe", "review")):
        hand_in(tmp_path, released, student, fabricated.result(released, [Verdict(verdict)]))
    return tmp_path


def hand_in(course, released, student, outcome):
    journal.Journal(course, NAME).write(journal.Entry(student, "key", outcome))
    path = course / "autograded" / student / NAME / "linear-layer.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(fabricated.graded(released, outcome)), "utf-8")


def write_all(course, released, jobs=1):
    told = {}
    assert feedback.write_all(course, released, jobs, done=told.__setitem__) == len(told)
    pages_now = {path: path.read_bytes() for path in course.glob("feedback/**/*.html")}
    assert len(pages_now) == len(told) + 1
    return told, pages_now


def html(course, student):
    return (course / "feedback" / student / NAME / "linear-layer.html").read_text("utf-8")


def test_everybody_gets_a_page_and_the_instructor_an_index(course, released):
    told, _ = write_all(course, released)
    assert told == {"ada": "", "bob": "", "zoe": ""}
    assert "13 of 17 points" in html(course, "ada") and "17 of 17" in html(course, "bob")
    assert "Your notebook" in html(course, "zoe") and "zoe" not in html(course, "ada")
    index = Page((course / "feedback/index.html").read_text("utf-8"))
    for href in index.values("href"):
        assert href.startswith("#") or (course / "feedback" / href).is_file()


def test_several_processes_make_the_same_pages_as_one(course, released, monkeypatch):
    _, alone = write_all(course, released)
    shutil.rmtree(course / "feedback")
    monkeypatch.setattr(feedback, "PAGES_A_WORKER", 1)
    told, together = write_all(course, released, jobs=2)
    assert together == alone and set(told.values()) == {""}


def test_pages_that_would_be_the_same_are_left_alone(course, released):
    write_all(course, released)
    stamps = {path: path.stat().st_mtime_ns for path in course.glob("feedback/**/*.html")}
    hand_in(course, released, "ada", fabricated.result(released))
    write_all(course, released)
    changed = {p for p, stamp in stamps.items() if p.stat().st_mtime_ns != stamp}
    assert {path.relative_to(course / "feedback").parts[0] for path in changed} == {
        "ada",
        "index.html",
    }


@pytest.mark.parametrize("damage", ["missing", "not JSON", "no cells", "odd cells"])
def test_a_page_that_cannot_be_made_says_so_and_stops_no_other(course, released, damage):
    path = course / "autograded" / "bob" / NAME / "linear-layer.ipynb"
    path.unlink()
    if damage != "missing":
        path.write_text({"not JSON": "{", "no cells": "{}", "odd cells": '{"cells": [1]}'}[damage])
    told, _ = write_all(course, released)
    assert told["ada"] == told["zoe"] == "" and told["bob"]
    assert "could not be made" in html(course, "bob") and "Your notebook" in html(course, "zoe")


def test_a_page_that_ends_its_process_says_so_and_stops_no_other(course, released, monkeypatch):
    def run(function, tasks, fixed, jobs):
        for task in tasks:
            lost = task.student == "bob"
            yield task, workers.Lost("ended") if lost else function(task, *fixed)

    monkeypatch.setattr(workers, "run", run)
    told, _ = write_all(course, released)
    assert told == {"ada": "", "bob": "ended", "zoe": ""}
    assert "could not be made" in html(course, "bob")


def test_a_disk_that_is_full_stops_everything(course, released, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(feedback, "write_if_changed", full)
    with pytest.raises(OSError, match="No space left"):
        feedback.write_all(course, released)


def test_pages_and_index_hold_what_the_gradebook_says(course, released, monkeypatch):
    said = feedback.Recorded(
        {"zoe": {"check-forward": 3.0}}, {"zoe": [("forward", "Nice try.")]}, {"zoe": 1.0}
    )
    monkeypatch.setattr(feedback, "_recorded", lambda *_: {NAME: said})
    write_all(course, released)
    assert "15 of 17 points" in html(course, "zoe") and "Nice try." in html(course, "zoe")
    index = (course / "feedback/index.html").read_text("utf-8")
    assert "15 of 17" in index and "Nice try." not in index + html(course, "ada")
