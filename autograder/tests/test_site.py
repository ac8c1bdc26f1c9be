"""What makes a site of the built pages: each part of linearbook.web on small examples."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
import tinycss2
import yaml
from linearbook import offline_copy
from linearbook.web import assets, fonts, found, mathml, notebooks, page, search, stylesheet
from math_core import LatexError

from autograder import bench_pages

ROOT = Path(__file__).resolve().parents[2]

# --- formulas -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "latex",
    [
        r"\begin{aligned} a &= b \\ &= \sum_{i=1}^{n} x_i w_i \end{aligned}",
        r"\begin{split} a &= b \\ &= c \end{split}",
        r"\begin{align} a &= b \\ &= c \end{align}",
        r"a &= b \\ &= c",
        r"f(x) = \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} x",
        r"\mathop{\mathbb{E}}\left[\frac{\partial L}{\partial W}\right] = \sqrt[3]{\hat y}",
    ],
)
def test_formulas_of_every_kind_become_mathml_that_our_font_can_draw(latex):
    formula = mathml.to_mathml(latex, block=True)
    assert formula.startswith("<math ") and "merror" not in formula
    assert "(1)" not in formula, "numbered, though it has no label"
    shown = set(re.sub(r"<[^>]*>|&\w+;", "", formula)) | {"√"}
    assert fonts.subset(assets.STIX, shown)[1] == set()


def test_a_minus_before_a_number_is_a_sign_and_the_latex_can_be_copied():
    formula = mathml.to_mathml(r"U(-a, a)", block=False)
    assert 'data-latex="U(-a, a)"' in formula
    assert '<mo lspace="0" rspace="0">−</mo><mi>a</mi>' in formula


def test_what_is_not_latex_is_an_error():
    with pytest.raises(LatexError):
        mathml.to_mathml(r"\nosuchcommand{x}", block=False)


@pytest.mark.parametrize(("letter", "drawn"), [("x", "𝑥"), ("h", "ℎ"), ("W", "𝑊"), ("β", "𝛽")])
def test_the_font_holds_the_italic_that_a_browser_draws(letter, drawn, tmp_path):
    assert assets._italic(letter) == drawn
    assert fonts.subset(assets.STIX, drawn)[1] == set()


def test_a_character_that_the_font_lacks_is_named():
    assert fonts.subset(assets.STIX, "x漢")[1] == {"漢"}


# --- stylesheet -----------------------------------------------------------------------------------


def pruned(css: str, html: str, script: str = "") -> str:
    used = stylesheet.Used()
    used.add_page(html)
    used.add_script(script)
    rules = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    text = stylesheet.written(stylesheet.without_unused(rules, used))
    return stylesheet.without_unused_variables(text, used)


PAGE = '<div class="here" id="top"><p>text</p></div>'


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".here p { color : red ; }", ".here p{color :red}"),
        (".gone { color: red }", ""),
        (".here .gone, .here { color: red }", ".here{color:red}"),
        ("#top{color:red} #gone{color:red}", "#top{color:red}"),
        ("table{color:red} p{color:red}", "p{color:red}"),
        (".here:not(.gone){color:red}", ".here:not(.gone){color:red}"),
        (".here:is(.gone, .here){color:red}", ".here:is(.gone, .here){color:red}"),
        (":is(.gone, .lost) p{color:red}", ""),
        ("@media print{.gone{color:red}}", ""),
        ("@media print{.gone{color:red} p{color:red}}", "@media print{p{color:red}}"),
        ("@keyframes x{from{opacity:0}}", "@keyframes x{from{opacity:0}}"),
        ('p::before{content:"a  ;  b"}', 'p::before{content:"a  ;  b"}'),
        (".set-by-script{color:red}", ".set-by-script{color:red}"),
        ("p{--a:1;--b:var(--a);color:var(--b)}", "p{--a:1;--b:var(--a);color:var(--b)}"),
        ("p{--a:1;--b:var(--a);color:red}", "p{color:red}"),
        ("/*! license */ /* not */ p{color:red}", "/*! license */p{color:red}"),
    ],
)
def test_a_rule_stays_when_a_page_or_a_script_can_match_it(css, left):
    assert pruned(css, PAGE, 'box.classList.add("set-by-script")') == left


def test_stylesheets_become_one_with_what_they_import_and_addresses_that_still_lead(tmp_path):
    (tmp_path / "styles").mkdir()
    (tmp_path / "base.css").write_text('@charset "utf-8"; p { color: red }')
    (tmp_path / "styles" / "theme.css").write_text(
        '@import "../base.css"; p { background: url(dot.png) }'
    )
    rules = stylesheet.merged([tmp_path / "styles" / "theme.css"], tmp_path)
    assert stylesheet.written(rules) == 'p{color:red}p{background:url("styles/dot.png")}'


def test_what_nothing_names_is_removed_and_what_is_named_or_ours_stays(tmp_path):
    static = tmp_path / "_static"
    (static / "vendor").mkdir(parents=True)
    for name in ("used.js", "icons.js", "used.js.map", "by-script.svg", "ours.png", "vendor/x.ttf"):
        (static / name).write_text("")
    (static / "used.js").write_text('load("by-script.svg")\n//# sourceMappingURL=used.js.map\n')
    (tmp_path / "page.html").write_text('<script src="_static/used.js"></script>')
    assets.remove_unused(tmp_path, {"ours.png"})
    left = sorted(path.relative_to(static).as_posix() for path in static.rglob("*"))
    assert left == ["by-script.svg", "ours.png", "used.js"]
    assert "sourceMappingURL" not in (static / "used.js").read_text()


# --- what a page says about itself ----------------------------------------------------------------


def test_a_description_ends_with_a_sentence_or_a_word():
    long = (
        "A first sentence that is long enough to stand by itself, as it does here. " + "more " * 40
    )
    assert page.shortened(long).endswith("as it does here.")
    assert (
        page.shortened("word " * 60).endswith("word …") and len(page.shortened("word " * 60)) < 165
    )
    assert page.shortened("Short.") == "Short."


def test_what_screen_readers_stumble_over_is_mended():
    assert page.mended('<th class="head"><p></p></th>') == "<td></td>"
    assert page.mended('<div role="list" class="citation-list">') == '<div class="citation-list">'
    assert page.mended('<ul role="list">') == '<ul role="list">'


def test_the_entrance_leads_to_the_first_page_and_has_the_pages_icon(tmp_path):
    settings = {"root_doc": "book/welcome", "site_url": "", "html_title": "A & B"}
    found.write_entrances(SimpleNamespace(outdir=tmp_path, config=SimpleNamespace(**settings)))
    entrance = (tmp_path / "index.html").read_text()
    assert 'url=book/welcome.html"' in entrance and "<title>A &amp; B</title>" in entrance
    layout = (Path(found.__file__).parent / "templates" / "layout.html").read_text()
    (icon,) = re.findall(r"_static/[\w.]+\.svg", layout)
    assert f'href="{icon}"' in entrance, "without an icon a browser asks for one in vain"


def test_a_sitemap_has_every_page_at_its_full_address():
    text = found.sitemap("https://example.org/linear/", {"book/b", "book/a&c"})
    assert re.findall("<loc>(.*?)</loc>", text) == [
        "https://example.org/linear/book/a&amp;c.html",
        "https://example.org/linear/book/b.html",
    ]


def test_an_index_has_sections_with_their_words_and_no_proofs():
    html = (
        "<nav>menu</nav><article><section id='one'><h1>Title<a class='headerlink'>#</a></h1>"
        "<p>words <code>nn.Linear</code></p><details><pre>proof</pre></details>"
        "<section id='two'><h2>Part</h2><details class='quiz-why'>why</details></section>"
        "</section></article>"
    )
    assert list(search.entries([("book/p.html", html)])) == [
        ["book/p.html", "Title", "one", "Title", "words nn.Linear"],
        ["book/p.html", "Title", "two", "Part", "why"],
    ]


# --- notebooks ------------------------------------------------------------------------------------

SOURCE = """---
kernelspec: {name: python3}
---

(target)=
# Title

A {term}`layer <layers>` of {glue:text}`loss:.2f`, see [there](../a/b.md#c). {claim}`S1`

```{code-cell}
:tags: [hide-input]
from myst_nb import glue
from linearbook.figures import COLORS, show
x = 1
glue("loss", x, display=False)
```

::::{grid} 2
:::{admonition} Pitfall
:class: warning
Wrong.
:::
::::

:::{question} Which?
:name: q

- [ ] This
  No.
- [x] That
  Yes.
:::
"""


def test_a_notebook_is_plain_and_its_cells_stand_by_themselves():
    made = notebooks.notebook(SOURCE, {"loss": "0.123"}, "1.1")
    text = "\n".join(cell["source"] for cell in made.cells if cell.cell_type == "markdown")
    assert "A layer of 0.12, see [there](../a/b.ipynb#c)." in text
    assert (
        "> **Pitfall**" in text
        and "<summary>Answer</summary>" in text
        and "2. *right*: Yes." in text
    )
    assert not re.search(r":::|\{\w+\}`|^\(target\)|:class:|:name:", text, re.M)
    (code,) = (cell["source"] for cell in made.cells if cell.cell_type == "code")
    assert "glue" not in code and "linearbook" not in code and "def show(" in code
    compile(code, "cell", "exec")


def test_an_unknown_value_stays_its_name():
    assert "`loss`" in notebooks.plain_markdown("{glue:text}`loss:.2f`", {})


# --- to take along --------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path):
    html = tmp_path / "_build" / "html"
    (html / "book").mkdir(parents=True)
    (html / "_static").mkdir()
    (html / "index.html").write_text("start")
    for name, link in (("one", "two.html#part"), ("two", "one.html")):
        (html / "book" / f"{name}.html").write_text(
            f'<article class="bd-article"><section id="part"><h1>{name}<a class="headerlink"></a>'
            f'</h1><a href="{link}">x</a><a href="https://example.org/">y</a>'
            "<details><summary>s</summary></details></section></article>"
        )
    (tmp_path / "_toc.yml").write_text(
        "root: book/one\nparts:\n- caption: A & B\n  chapters:\n  - file: book/two\n"
    )
    return tmp_path


def test_in_the_one_document_every_link_leads_to_a_place_in_it(site):
    toc = yaml.safe_load((site / "_toc.yml").read_text())
    text = offline_copy.one_document(site / "_build" / "html", toc)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="([^"]+)"', text)
    assert "#page-1-part" in links and "#page-0" in links and "https://example.org/" in links
    assert [link for link in links if link[0] == "#" and link[1:] not in ids] == []
    assert "<details open" in text and "A &amp; B" in text


def test_the_zip_holds_the_site(site):
    assert offline_copy.main(["zip", "--root", str(site)]) == 0
    (path,) = (site / "_build").glob("*.zip")
    assert f"{path.stem}/book/two.html" in zipfile.ZipFile(path).namelist()


def test_without_a_book_or_a_browser_there_is_a_word_about_it(site, tmp_path, capsys, monkeypatch):
    assert offline_copy.main(["zip", "--root", str(tmp_path / "none")]) == 2
    monkeypatch.setattr(offline_copy, "find_browser", lambda: None)
    assert offline_copy.main(["pdf", "--root", str(site)]) == 2
    said = capsys.readouterr().err
    assert "make book" in said and "apt-get install chromium" in said


# --- the bench ------------------------------------------------------------------------------------


def test_a_page_weighs_what_it_loads_from_the_site_and_no_more(tmp_path):
    (tmp_path / "big.js").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "not-loaded.js").write_text("x" * 1000)
    (tmp_path / "s.css").write_text("p{}")
    path = tmp_path / "page.html"
    path.write_text(
        '<link href="s.css?v=1" rel="stylesheet"><script defer src="big.js"></script>'
        '<a href="not-loaded.js">x</a><script src="https://example.org/x.js"></script>'
    )
    files = [tmp_path / name for name in ("page.html", "big.js", "s.css")]
    due = sum(len(bench_pages._compressed(file)) for file in files)
    assert bench_pages.weight(path, tmp_path) == due


def test_the_stock_book_has_nothing_of_this_books_site():
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf8"))
    stock = json.dumps(bench_pages.stock_settings(settings))
    assert "linearbook.web" not in stock and "site.js" not in stock and "mathml" not in stock
    assert "linearbook.quiz" in stock


def test_a_missing_browser_is_a_skip_for_a_person_and_a_failure_in_ci(monkeypatch):
    pytest.importorskip("playwright")
    from autograder.tests import browser

    monkeypatch.setattr(browser, "find_browser", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="NOT TESTED"), browser.started():
        pass
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="Chromium"), browser.started():
        pass


def test_the_module_runs_as_the_makefile_calls_it():
    command = [sys.executable, "-m", "linearbook.offline_copy", "--help"]
    assert subprocess.run(command, capture_output=True).returncode == 0
