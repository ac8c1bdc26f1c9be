"""Every claim of claims.yml is proven, complete, and linked with the page that teaches it.

One test a proof; they share this process, so that a training run which several proofs look at is
made once.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import matplotlib
import pytest
import torch
from linearbook import claims as role
from linearbook import claims_page, figures, proofs
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

matplotlib.use("agg")

BOOK = Path(__file__).resolve().parents[2] / "book"
CONTENT = proofs.load()
CLAIMS, FACTS = CONTENT["claims"], CONTENT["facts"]
ENTRIES = {entry["id"]: entry for entry in CLAIMS + FACTS}
PROVEN = [entry for entry in ENTRIES.values() if "proof" in entry]
DECIDED = [claim for claim in CLAIMS if claim["verdict"] in ("false", "misleading")]
WITHOUT_PROOF = {"S001-26", "S002-29", "S003-30", "S004-37"}


def by_id(entry: dict) -> str:
    return entry["id"]


@lru_cache
def outcome_of(claim_id: str) -> proofs.Outcome:
    return proofs.run(ENTRIES[claim_id])


# --- The list is complete -------------------------------------------------------------------------


def test_no_claim_and_no_fact_is_missing():
    last = {"S000": 39, "S001": 26, "S002": 29, "S003": 30, "S004": 62, "F": 78}
    due = [f"{prefix}-{n:02d}" for prefix, end in last.items() for n in range(1, end + 1)]
    assert [entry["id"] for entry in CLAIMS + FACTS] == due
    assert (len(CLAIMS), len(FACTS)) == (186, 78)


def test_the_verdicts_are_those_that_were_found():
    found = Counter(claim["verdict"] for claim in CLAIMS)
    assert found == {
        "true": 80,
        "false": 46,
        "misleading": 41,
        "opinion": 16,
        "version-dependent": 1,
        "needs a GPU": 2,
    }
    assert set(found) == set(claims_page.VERDICTS)


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=by_id)
def test_an_entry_says_all_that_a_reader_needs(entry):
    common = {"id", "topic", "claim", "happens", "page"}
    of_claims = {"source", "verdict", "instead"} if entry["id"].startswith("S") else set()
    optional = {"proof", "check", "needs", "opinion"}
    assert common | of_claims <= set(entry) <= common | of_claims | optional
    assert all(isinstance(value, str) and value.strip() for value in entry.values())
    assert entry["topic"] in CONTENT["topics"]
    assert entry.get("source", "F").upper() == entry["id"].split("-")[0]
    assert ("opinion" in entry) == (entry.get("verdict") == "opinion")
    assert ("proof" in entry) == ("check" in entry) == (entry["id"] not in WITHOUT_PROOF)


def test_sources_and_topics_are_all_in_use():
    assert {claim["source"] for claim in CLAIMS} == set(CONTENT["sources"])
    assert {entry["topic"] for entry in ENTRIES.values()} == set(CONTENT["topics"])
    assert all({"title", "date", "short"} == set(each) for each in CONTENT["sources"].values())


def test_the_claims_that_a_text_names_exist():
    text = (BOOK / "claims.yml").read_text(encoding="utf8")
    assert set(claims_page.NAMED.findall(text)) <= set(ENTRIES)
    for row in CONTENT["contradictions"]:
        assert set(row["decides"]) <= {entry["id"] for entry in PROVEN}


# --- Every proof holds, and could fail ------------------------------------------------------------


@pytest.mark.parametrize("entry", PROVEN, ids=by_id)
def test_the_proof_does_what_the_verdict_says(entry):
    outcome = outcome_of(entry["id"])
    if outcome.skipped:
        pytest.skip(outcome.skipped)
    assert proofs.holds(entry["check"], outcome), proofs.text_of(outcome)


@pytest.mark.parametrize("entry", PROVEN, ids=by_id)
def test_the_check_fails_for_any_other_outcome(entry):
    outcome, check = outcome_of(entry["id"]), entry["check"]
    assert not proofs.holds(check, proofs.Outcome())
    assert not proofs.holds(check, proofs.Outcome(printed="something else: 12345.5"))
    assert not proofs.holds(check, proofs.Outcome(error=RuntimeError("something else")))
    if outcome.printed:
        turned = re.sub(r"True|False", lambda m: str(m[0] == "False"), outcome.printed)
        if turned != outcome.printed:
            assert not proofs.holds(check, replace(outcome, printed=turned))
        moved = proofs.NUMBER.sub("-7777.25", turned)
        spoiled = re.sub(r"[A-Za-z]+", "other", moved)
        assert not proofs.holds(check, replace(outcome, printed=spoiled))
        assert not proofs.holds(check, replace(outcome, printed=""))
    if "raised(" in check:
        assert not proofs.holds(check, replace(outcome, error=None))
        assert not proofs.holds(check, replace(outcome, error=OSError(str(outcome.error))))
        assert not proofs.holds(check, replace(outcome, error=type(outcome.error)("other words")))
    else:
        assert not proofs.holds(check, replace(outcome, error=RuntimeError("not asked for")))
    if "warned(" in check:
        assert not proofs.holds(check, replace(outcome, warned=()))


@pytest.mark.parametrize("entry", PROVEN, ids=by_id)
def test_a_proof_is_written_for_people(entry):
    tree = ast.parse(entry["proof"])
    lines = entry["proof"].splitlines()
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    starts = [node.lineno for node in statements]
    assert max(map(len, lines)) <= 88
    assert len(starts) == len(set(starts)), "two statements on one line"
    last = ast.unparse(tree.body[-1])
    assert "print(" in last or "raised(" in entry["check"], "it ends by printing or in an error"


# --- The words of a check -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check", "holds"),
    [
        ("printed == 'a 1.5\\nnan'", True),
        ("lines == ['a 1.5', 'nan']", True),
        ("numbers[0] == 1.5 and isnan(numbers[1])", True),
        ("numbers[2] > 0", False),
        ("lines[5] == ''", False),
        ("warned('is a no-op')", True),
        ("warned('other')", False),
    ],
)
def test_a_check_speaks_of_what_came_out(check, holds):
    outcome = proofs.Outcome(printed="a 1.5\nnan", warned=("UserWarning: this is a no-op",))
    assert proofs.holds(check, outcome) == holds


def test_numbers_are_read_in_every_spelling_and_words_are_not_numbers():
    read = proofs.holds("numbers == [2, -3.5, 1e-9, 1e20]", proofs.Outcome("2, -3.5 1e-09 1e+20"))
    assert read and proofs.holds("numbers == []", proofs.Outcome("float32 conv1d nano v2.5"))


@pytest.mark.parametrize("check", ["missing > 1", "open('/etc/passwd')", "__import__('os')"])
def test_a_check_knows_no_other_words(check):
    with pytest.raises(NameError):
        proofs.holds(check, proofs.Outcome("1"))


def test_an_error_is_held_to_its_kind_and_its_words():
    outcome = proofs.Outcome("1", error=ValueError("got an empty list"))
    assert proofs.holds("printed == '1' and raised(ValueError, 'empty')", outcome)
    assert not proofs.holds("printed == '1' and raised(TypeError, 'empty')", outcome)
    assert not proofs.holds("printed == '1' and raised(ValueError, 'full')", outcome)
    assert not proofs.holds("printed == '1'", outcome)


# --- Running --------------------------------------------------------------------------------------


def entry(proof: str, check: str = "printed == ''", **more: str) -> dict:
    return {"id": "X-01", "proof": proof, "check": check, **more}


def test_a_proof_leaves_nothing_behind():
    torch.manual_seed(5)
    before = torch.get_rng_state()
    filters, threads = list(warnings.filters), torch.get_num_threads()
    proof = (
        "import warnings\ntorch.set_default_dtype(torch.float64)\ntorch.set_grad_enabled(False)\n"
        "torch.set_num_threads(2)\ntorch.manual_seed(9)\nwarnings.simplefilter('error')\n"
        "mine = 1\nraise ValueError('at the end')"
    )
    outcome = proofs.run(entry(proof))
    assert isinstance(outcome.error, ValueError)
    assert torch.get_default_dtype() == torch.float32 and torch.is_grad_enabled()
    assert torch.get_num_threads() == threads and list(warnings.filters) == filters
    assert torch.equal(torch.get_rng_state(), before)
    assert isinstance(proofs.run(entry("mine")).error, NameError)


def test_a_proof_starts_alike_every_time():
    draw = entry("print(torch.randn(3), torch.get_num_threads(), torch.is_grad_enabled())")
    first = proofs.run(draw)
    torch.randn(7)
    with torch.no_grad():
        assert proofs.run(draw).printed == first.printed


def test_a_mismatch_stops_the_page_and_names_the_claim():
    good = entry("print(1)", "printed == '1'")
    bad = entry("print(1)", "printed == '2'") | {"id": "X-02"}
    assert list(proofs.run_all([good])) == ["X-01"]
    with pytest.raises(proofs.ProofFailed, match="X-02: the check") as caught:
        proofs.run_all([good, bad])
    assert "X-01" not in str(caught.value)


def test_a_proof_that_needs_a_missing_package_is_skipped_and_says_so():
    outcomes = proofs.run_all([entry("import no_such_package", needs="no_such_package")])
    assert "no_such_package" in outcomes["X-01"].skipped
    assert "not run" in proofs.text_of(outcomes["X-01"])


# --- Linked both ways -----------------------------------------------------------------------------


@lru_cache
def roles_on(page: str) -> set[str]:
    text = (BOOK / page).read_text(encoding="utf8")
    return {
        name.strip() for ids in re.findall(r"\{claim\}`([^`]+)`", text) for name in ids.split(",")
    }


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=by_id)
def test_the_page_that_teaches_it_exists_and_has_the_anchor(entry):
    page, _, anchor = entry["page"].partition("#")
    assert (BOOK / page).is_file()
    if anchor:
        assert f"\n({anchor})=\n" in (BOOK / page).read_text(encoding="utf8")


@pytest.mark.parametrize("entry", DECIDED, ids=by_id)
def test_what_is_false_or_misleading_is_met_where_it_is_taught(entry):
    assert entry["id"] in roles_on(entry["page"].partition("#")[0])


def test_every_role_names_a_claim():
    pages = [path.relative_to(BOOK).as_posix() for path in BOOK.rglob("*.md")]
    assert set().union(*map(roles_on, pages)) <= set(ENTRIES)


# --- The role and the page ------------------------------------------------------------------------

SMALL = """
claims:
- {id: S000-13, verdict: "false", page: lesson.md#here}
facts:
- {id: F-01, page: PAGE}
"""


def small_book(folder: Path, lesson: str, page: str = "lesson.md", builder: str = "html"):
    """Build a book of a start page, a lesson and the claims; the output folder, the warnings."""
    source = folder / "source"
    (source / "book" / "reference").mkdir(parents=True)
    (source / "book" / "claims.yml").write_text(SMALL.replace("PAGE", page))
    (source / "index.md").write_text(
        "# Start\n\n```{toctree}\nbook/lesson\nbook/reference/claims\n```\n"
    )
    (source / "book" / "lesson.md").write_text(f"# Lesson\n\n(here)=\n## Here\n\n{lesson}\n")
    (source / "book" / "reference" / "claims.md").write_text("# Claims, checked\n")
    settings = {
        "extensions": ["myst_parser", "linearbook.claims"],
        "root_doc": "index",
        "html_theme": "basic",
    }
    log = (folder / "log.txt").open("w+")
    with docutils_namespace():
        trees, out = folder / "trees", folder / "out"
        Sphinx(source, None, out, trees, builder, settings, None, log).build()
    log.seek(0)
    return out, [line for line in log if "WARNING" in line]


def test_a_role_is_a_link_to_its_claim_and_says_what_it_is(tmp_path):
    out, found = small_book(tmp_path, "Nothing changes. {claim}`S000-13,F-01`")
    text = (out / "book" / "lesson.html").read_text()
    links = re.findall(r'<a class="claim-link" href="([^"]+)"[^>]*aria-label="([^"]+)">', text)
    assert found == []
    assert links == [
        ("reference/claims.html#claim-s000-13", "Claim S000-13 in Claims, checked: false"),
        ("reference/claims.html#claim-f-01", "Claim F-01 in Claims, checked: fact"),
    ]
    assert "claims.js" in (out / "book" / "reference" / "claims.html").read_text()
    assert "claims.js" not in text


def test_where_there_are_no_links_the_ids_stay(tmp_path):
    out, found = small_book(tmp_path, "Nothing changes. {claim}`S000-13`", builder="text")
    assert found == []
    assert "Nothing changes. claim S000-13" in (out / "book" / "lesson.txt").read_text()


def test_an_unknown_claim_fails_the_build_with_its_page_and_line(tmp_path):
    _, found = small_book(tmp_path, "Nothing changes. {claim}`S000-99`")
    assert found and "lesson.md:6" in found[0] and "'S000-99' is not in" in found[0]


@pytest.mark.parametrize("page", ["lesson.md#elsewhere", "gone.md", "index.md"])
def test_a_claim_taught_nowhere_fails_the_build(tmp_path, page):
    _, found = small_book(tmp_path, "Text.", page)
    assert len(found) == 1 and f"F-01 is taught at {page!r}" in found[0]


@pytest.fixture
def shown(monkeypatch):
    """The HTML of all that a page displays."""
    outputs = []
    for module in (claims_page, figures):
        monkeypatch.setattr(module, "display", lambda data, raw: outputs.append(data["text/html"]))
    return outputs


def test_the_page_shows_every_claim_once_with_its_verdict_in_words(shown):
    chosen = [ENTRIES[name] for name in ("S000-13", "S001-26", "S000-15", "F-08", "F-77")]
    outcomes = proofs.run_all(chosen)
    for source in (*CONTENT["sources"], None):
        claims_page.show_claims(CONTENT, outcomes, source)
    text = "".join(shown)
    anchors = re.findall(r'<article class="claim" id="([^"]+)"', text)
    assert anchors == [role.anchor(name) for name in ENTRIES]
    for claim in CLAIMS:
        box = text.split(f'id="{role.anchor(claim["id"])}"')[1].split("</article>")[0]
        badge = re.search(r'<span class="claim-verdict"><span[^>]*>(.)</span> ([^<]+)<', box)
        assert badge[2] == claim["verdict"] and badge[1] == claims_page.VERDICTS[badge[2]][0]
    assert text.count("<details>") == 4  # S001-26 has no proof
    assert "too many dimensions" in text and "It gives" in text


def test_the_picture_and_the_table_say_what_they_show(shown):
    claims_page.draw_verdicts(CONTENT)
    claims_page.show_contradictions(CONTENT)
    claims_page.show_filter(CONTENT)
    picture, table, choice = shown
    assert "14 true, 13 false, 10 misleading" in picture
    assert table.count('<th scope="row">') == len(CONTENT["contradictions"]) == 7
    assert 'class="claims-filter" hidden' in choice and choice.count("<label>") == 2


def test_every_link_on_the_page_leads_to_a_claim_or_to_a_page(shown):
    claims_page.show_contradictions(CONTENT)
    for source in (*CONTENT["sources"], None):
        claims_page.show_claims(CONTENT, {}, source)
    for address in re.findall(r'href="([^"]+)"', "".join(shown)):
        page, _, anchor = address.partition("#")
        if not page:
            assert anchor in {role.anchor(name) for name in ENTRIES}
        else:
            file = page.removeprefix("../").removesuffix(".html") + ".md"
            assert page.startswith("../") and (BOOK / file).is_file()
