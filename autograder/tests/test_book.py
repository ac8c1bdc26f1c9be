"""The book's own machinery keeps its promises, and its pages keep to the fixed form.

The Sphinx extensions are tried on small books that are built here; the real one is built elsewhere.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
import yaml
from linearbook import alt_text, build, figures, quiz
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from autograder.pages import TITLES

matplotlib.use("agg")

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
PAGES = sorted(BOOK.rglob("*.md"))
LESSONS = [
    page for page in PAGES if re.match(r"# \d\.\d ", page.read_text().split("---\n", 2)[2].lstrip())
]
FRONT = (
    "---\njupytext: {text_representation: {extension: .md, format_name: myst}}\n"
    "kernelspec: {display_name: Python 3, language: python, name: python3}\n---\n"
)


def small_book(
    folder: Path, pages: dict[str, str], builder: str = "html"
) -> tuple[Path, list[str]]:
    """Build `pages` (file name -> text) without running cells; the output folder, the warnings."""
    source, out = folder / "source", folder / "out"
    source.mkdir(exist_ok=True)
    for name, text in pages.items():
        (source / name).write_text(text, encoding="utf8")
    log = (folder / "warnings.txt").open("w+", encoding="utf8")
    settings = {
        "extensions": [
            "myst_nb",
            "linearbook.quiz",
            "linearbook.progress",
            "linearbook.alt_text",
        ],
        # Said here, or myst_nb would add to Sphinx's own default, for the rest of the process.
        "source_suffix": {".md": "myst-nb", ".ipynb": "myst-nb"},
        "nb_execution_mode": "off",
        "myst_enable_extensions": ["colon_fence", "dollarmath"],
        "root_doc": Path(next(iter(pages))).stem,
        "html_theme": "basic",
    }
    with docutils_namespace():
        app = Sphinx(source, None, out, folder / "trees", builder, settings, None, log)
        app.build()
    log.seek(0)
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).strip().replace(f"{source}/", "") for line in log]
    return out, [line for line in lines if line and "isn't included in any toctree" not in line]


# --- predict, question, reveal --------------------------------------------------------------------

GOOD = (
    FRONT
    + """
# Page

:::{predict} What does `layer(x)` print?
:name: rows

```python
- [x] this looks like an option and is code
```

- [ ] `[11, 16]`
  Columns, not *rows*.
- [x] `[8, 18]`

  Each row with $x$.

  - [ ] a list in the explanation
:::

Text between.

```{code-cell}
:tags: [reveal]
first = 1
```

```{code-cell}
:tags: [reveal]
second = 2
```

```{code-cell}
open_to_all = 3
```

:::{question} Which one?
:name: which

- [x] This
  Because.
- [ ] That
  Not so.
:::
"""
)


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    out, warnings = small_book(tmp_path_factory.mktemp("good"), {"page.md": GOOD})
    return (out / "page.html").read_text(), warnings


WITH_PROGRESS = """# Home

```{toctree}
second
first
none
```

:::{progress}
:::
"""


def asking(name: str) -> str:
    return GOOD.replace(":name: rows", f":name: {name}-rows").replace(
        ":name: which", f":name: {name}-which"
    )


def test_the_progress_board_lists_what_is_asked_in_reading_order(tmp_path):
    pages = {
        "home.md": WITH_PROGRESS,
        "first.md": asking("one").replace("# Page", "# One <1>"),
        "second.md": asking("two").replace("# Page", "# Two"),
        "none.md": "# Nothing asked",
    }
    out, warnings = small_book(tmp_path, pages)
    home = (out / "home.html").read_text()
    (text,) = re.findall(r'class="progress-pages">(.*?)</script>', home)
    assert warnings == [] and "<" not in text
    assert json.loads(text) == [
        {"title": "Two", "url": "second.html", "questions": ["quiz-two-rows", "quiz-two-which"]},
        {"title": "One <1>", "url": "first.html", "questions": ["quiz-one-rows", "quiz-one-which"]},
    ]
    assert "progress.js" in home and "progress.js" not in (out / "first.html").read_text()
    pages["second.md"] = asking("new").replace("# Page", "# Two")
    small_book(tmp_path, pages)  # what another page asks now shows, although this one is the same
    assert "quiz-new-rows" in (out / "home.html").read_text()


def test_a_well_formed_page_has_no_warnings(good):
    assert good[1] == []


def test_a_prediction_is_a_form_that_a_keyboard_and_a_screen_reader_can_use(good):
    form = good[0].split('id="quiz-rows"')[1].split('id="quiz-which"')[0]
    legend = re.search(r"<legend>(.*?)</legend>", form, re.S)[1]
    assert "<code" in legend and "print?" in legend
    assert form.index("<fieldset") < form.index("<legend>")
    radios = re.findall(r'<label><input type="radio" name="quiz-rows" value="(\d)"', form)
    assert radios == ["1", "2"]
    assert [value for value, _ in quiz.SURE] == re.findall(
        r'name="quiz-rows-sure" value="(\w+)"', form
    )
    assert 'role="status"' in form and '<button class="quiz-lock" type="button"' in form
    assert "an option" not in "".join(re.findall(r"<label>.*?</label>", form))


def test_without_scripts_answers_and_reveals_are_native_disclosures(good):
    assert good[0].count('<details class="quiz-why">') == 4
    assert good[0].count('<details class="quiz-reveal" data-waits-for="quiz-rows">') == 1
    # What only works with the script is hidden until the script is there.
    assert re.search(r'<fieldset class="quiz-sure" hidden>', good[0])
    assert re.search(r'<button class="quiz-lock" type="button" hidden>', good[0])


def test_adjacent_reveal_cells_share_one_disclosure_and_no_other_cell_is_in_it(good):
    reveal = good[0].split('<details class="quiz-reveal"')[1].split("</details>")[0]
    assert "first" in reveal and "second" in reveal and "open_to_all" not in reveal


def test_a_question_asks_for_no_confidence(good):
    question = good[0].split('id="quiz-which"')[1]
    assert "sure" not in question and "quiz-lock" not in question
    assert re.findall(r'data-answer="(\w+)"', question) == ["right", "wrong"]


def test_where_there_are_no_forms_a_question_is_a_list(tmp_path):
    out, warnings = small_book(tmp_path, {"page.md": GOOD}, builder="text")
    text = (out / "page.txt").read_text()
    assert warnings == []
    assert "Right." in text and "Because." in text and "second = 2" in text


def page_with(question: str, reveal: bool = False) -> str:
    cell = "```{code-cell}\n:tags: [reveal]\n1\n```\n" if reveal else ""
    return f"{FRONT}\n# Page\n\n{question}\n{cell}"


BAD = {
    "none-right": (":::{question} Q?\n:name: a1\n\n- [ ] A\n  Why.\n:::", 8, "exactly one right"),
    "two-right": (
        ":::{question} Q?\n:name: a2\n\n- [x] A\n  Why.\n- [x] B\n  Why.\n:::",
        8,
        "found 2",
    ),
    "no-options": (":::{question} Q?\n:name: a3\n\nNothing here.\n:::", 8, "has no options"),
    "no-why": (
        ":::{question} Q?\n:name: a4\n\n- [x] A\n- [ ] B\n  Why.\n:::",
        11,
        "no explanation",
    ),
    "no-text": (":::{question} Q?\n:name: a5\n\n- [x]\n  Why.\n:::", 11, "without text"),
    "no-name": (":::{question} Q?\n- [x] A\n  Why.\n:::", 8, "needs a name"),
    "stray": (":::{question} Q?\n:name: a6\n\n- [x] A\n  Why.\nOops\n:::", 13, "text outside"),
    "no-reveal": (":::{predict} Q?\n:name: a7\n\n- [x] A\n  Why.\n:::", 8, "has no reveal"),
    "no-predict": ("```{code-cell}\n:tags: [reveal]\n1\n```", 10, "needs a `predict`"),
    "backtick": ("```{predict} Is `x` 1?\n:name: a8\n\n- [x] A\n  Why.\n```", 8, "colons"),
    "twice": (
        ":::{question} Q?\n:name: b\n\n- [x] A\n  Why.\n:::\n\n"
        ":::{question} R?\n:name: b\n\n- [x] A\n  Why.\n:::",
        15,
        "line 8 of this page has already",
    ),
    "x-first": (":::{question} Q?\n:name: same\n\n- [x] A\n  Why.\n:::", None, ""),
    "x-second": (":::{question} Q?\n:name: same\n\n- [x] A\n  Why.\n:::", 8, "taken by the page"),
}


@pytest.fixture(scope="module")
def bad_warnings(tmp_path_factory):
    pages = {f"{name}.md": page_with(text) for name, (text, _, _) in BAD.items()}
    return small_book(tmp_path_factory.mktemp("bad"), pages)[1]


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_well_formed_is_one_warning_with_file_and_line(name, bad_warnings):
    _, line, words = BAD[name]
    found = [warning for warning in bad_warnings if warning.startswith(f"{name}.md")]
    if line is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith(f"{name}.md:{line}: WARNING: ") and words in found[0]


# --- show -----------------------------------------------------------------------------------------


def drawn(**how) -> matplotlib.figure.Figure:
    fig, ax = figures.plt.subplots(**how)
    ax.plot([0, 1], [2, 3], "o-", color=figures.COLORS["weight"], label="weight")
    ax.set(title="A title", xlabel="input $x_1$")
    ax.axhline(2.5, color="black")
    ax.legend()
    return fig


@pytest.fixture
def shown(monkeypatch):
    """What `show` displays, instead of displaying it."""
    outputs = []
    monkeypatch.setattr(figures, "display", lambda data, raw: outputs.append(data))
    return outputs


def test_show_gives_an_svg_that_is_an_image_with_a_name(shown):
    figures.show(drawn(), alt='Two points & a "line"', caption="See `weight` < 3.")
    markup = shown[0]["text/html"]
    assert 'role="img" aria-label="Two points &amp; a &quot;line&quot;"' in markup
    assert "<figcaption>See <code>weight</code> &lt; 3.</figcaption>" in markup
    assert shown[0]["text/plain"] == '[Figure: Two points & a "line"]'
    assert alt_text.without_words(markup) == []
    assert not re.search(r"<metadata|<!--|<\?xml|http|pt;|<style type", markup.replace("xlink", ""))


def test_show_closes_the_figure(shown):
    figures.show(drawn(), alt="A line")
    assert figures.plt.get_fignums() == []


@pytest.mark.parametrize("alt", ["", "  \n", None, 3])
def test_show_refuses_a_figure_without_words(alt, shown):
    with pytest.raises(ValueError, match="alt must be a non-empty text"):
        figures.show(drawn(), alt=alt)
    figures.plt.close("all")


def test_show_refuses_what_is_not_a_figure(shown):
    with pytest.raises(TypeError, match="pass `fig`"):
        figures.show(figures.plt.subplots()[1], alt="Axes")
    figures.plt.close("all")


def test_colors_follow_the_theme_and_text_stays_text(shown):
    figures.show(drawn(), alt="A line")
    markup = shown[0]["text/html"]
    drawing = re.sub(r"<style>.*?</style>", "", markup)
    assert f"var(--figure-weight,{figures.COLORS['weight']})" in drawing
    assert f"--figure-weight:{figures.DARK_COLORS['weight']}" in markup
    # Any color that is no variable's fallback would stay as it is on the dark page.
    assert re.findall(r"(?<!,)#[0-9a-f]{6}", re.sub(r'(url\(|href=")#[\w-]+', "", drawing)) == []
    assert ">A title</text>" in drawing and "font-family:" not in drawing.replace(
        "font-family:inherit", ""
    )


def test_coordinates_are_short_and_the_words_of_a_figure_are_left_alone(shown):
    fig, ax = figures.plt.subplots()
    ax.text(0.12345, 0.5, "0.123456")
    figures.show(fig, alt="A number")
    markup = shown[0]["text/html"]
    assert ">0.123456</text>" in markup
    assert not re.search(r"\d\.\d{3}", markup.replace(">0.123456<", "").split("</style>")[1])


def test_the_same_figure_is_the_same_bytes_and_ids_are_unique_on_a_page(shown):
    for _ in range(2):
        figures._shown.clear()
        figures.show(drawn(), alt="A line")
    figures.show(drawn(), alt="A line")
    first, again, second_on_page = (output["text/html"] for output in shown)
    assert first == again
    ids = re.findall(r' id="([^"]+)"', first + second_on_page)
    assert len(ids) == len(set(ids)) > 0
    for markup in (first, second_on_page):
        referred = set(re.findall(r'(?:url\(#|href="#)([\w-]+)', markup))
        assert referred == set(re.findall(r' id="([^"]+)"', markup))


def test_a_wide_figure_scrolls_by_keyboard_where_it_does_not_fit(shown):
    figures.show(drawn(figsize=(9, 3)), alt="Wide")
    figures.show(drawn(), alt="Narrow")
    wide, narrow = (output["text/html"] for output in shown)
    assert 'tabindex="0"' in wide and "overflow-x:auto" in wide and "min-width" in wide
    assert "tabindex" not in narrow and "min-width" not in narrow


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two sRGB colors (WCAG 2.2, relative luminance)."""

    def luminance(color: str) -> float:
        channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", figures.COLORS)
def test_every_color_is_legible_as_text_on_the_light_and_on_the_dark_page(name):
    assert contrast(figures.COLORS[name], "#ffffff") >= 4.5
    for ground in ("#121212", "#111111", "#14181e"):  # the book, JupyterLab, the theme's own
        assert contrast(figures.DARK_COLORS[name], ground) >= 4.5


# --- alternative text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "problems"),
    [
        ('<img src="a.png" alt="A line">', 0),
        ('<img src="a.png">', 1),
        ('<img src="a.png" alt=" ">', 1),
        ('<img src="a.png" aria-hidden="true">', 0),
        ("<svg><path/></svg>", 1),
        ('<svg aria-label="A line"><path/></svg>', 0),
        ("<svg><title>A line</title></svg>", 0),
        ('<svg aria-label="A line"><svg/></svg>', 0),
        ("<svg><path/>", 1),
        ("<svg/>", 1),
        ("<p>svg</p>", 0),
    ],
)
def test_raw_html_without_words_is_found(markup, problems):
    assert len(alt_text.without_words(markup)) == problems


def notebook(*outputs: dict) -> str:
    cells = [
        {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# Page"},
        *(
            {
                "cell_type": "code",
                "id": f"c{n}",
                "metadata": {},
                "execution_count": 1,
                "source": f"cell({n})",
                "outputs": [{"output_type": "display_data", "metadata": {}, "data": data}],
            }
            for n, data in enumerate(outputs)
        ),
    ]
    return json.dumps(
        {
            "cells": cells,
            "metadata": {"language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


def test_pictures_without_words_fail_the_build_and_those_with_words_do_not(tmp_path, shown):
    figures.show(drawn(), alt="A line")
    pages = {
        "fine.ipynb": notebook(shown[0], {"text/plain": "tensor([8., 18.])"}),
        "bypass.ipynb": notebook({"image/png": PIXEL, "text/plain": "<Figure size 640x480>"}),
        "line.ipynb": notebook({"text/plain": "[<matplotlib.lines.Line2D at 0x7f0000000000>]"}),
        "html.ipynb": notebook({"text/html": "<svg><path/></svg>"}),
        "image.md": "# Page\n\n![](pixel.png)\n\n![A pixel](pixel.png)\n\n<img src='a.png'>\n",
    }
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "pixel.png").write_bytes(base64.b64decode(PIXEL))
    _, warnings = small_book(tmp_path, pages)
    of = {name: [w for w in warnings if w.startswith(name)] for name in pages}
    assert of["fine.ipynb"] == []
    assert [len(of[name]) for name in list(pages)[1:]] == [1, 1, 1, 2]
    assert "bypassed `show`" in of["bypass.ipynb"][0]
    assert "matplotlib object" in of["line.ipynb"][0]
    assert of["image.md"][0].startswith(
        "image.md:3: WARNING: the image 'pixel.png' has no alt text"
    )


# --- build ----------------------------------------------------------------------------------------


@pytest.fixture
def caches(tmp_path, monkeypatch):
    """A repository as the last successful build has left it."""
    for name in (
        "constraints.txt",
        "_toc.yml",
        "book/linearbook/figures.py",
        "book/linearbook/quiz.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    for name in (".jupyter_cache", ".doctrees"):
        (tmp_path / "_build" / name).mkdir(parents=True)
        (tmp_path / "_build" / name / "environment.pickle").write_text("")
    return tmp_path


def build_after(root: Path, change) -> list[str]:
    """Which caches are left for a build after `change`."""

    def now():
        return {
            "cells": build.cells_fingerprint(root),
            "checks": build.checks_fingerprint(root),
            "pages": build.pages_fingerprint(root),
        }

    known = now() | {"parsed": build._last_parsed(root / "_build")}
    known |= change(root) or {}
    build.drop_what_is_stale(root, known, now())
    return sorted(path.name for path in (root / "_build").iterdir())


def write(name: str):
    return lambda root: (root / name).write_text("changed") and None


def parsed_by_another_build(root: Path) -> None:
    os.utime(root / "_build" / ".doctrees" / "environment.pickle", ns=(1, 1))


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda root: None, [".doctrees", ".jupyter_cache"]),
        (write("constraints.txt"), []),
        (write("book/linearbook/figures.py"), []),
        (write("book/linearbook/quiz.py"), [".jupyter_cache"]),
        (write("book/linearbook/progress.py"), [".jupyter_cache"]),
        (write("_toc.yml"), [".jupyter_cache"]),
        (parsed_by_another_build, [".jupyter_cache"]),
        (lambda root: {"parsed": None, "pages": None}, [".jupyter_cache"]),  # the last one failed
    ],
)
def test_a_cache_is_dropped_when_what_it_rests_on_changed(caches, change, left):
    assert build_after(caches, change) == left


def test_pages_that_left_the_book_are_removed_and_the_others_are_not(tmp_path):
    (tmp_path / "_toc.yml").write_text(
        "root: book/welcome\nparts:\n- chapters:\n"
        "  - file: book/a/one\n    sections:\n    - file: book/two.md\n"
    )
    html = tmp_path / "html"
    for name in ("book/welcome", "book/a/one", "book/two", "book/a/old", "search"):
        (html / name).parent.mkdir(parents=True, exist_ok=True)
        (html / f"{name}.html").write_text("")
    build.remove_old_pages(tmp_path, html)
    left = sorted(
        path.relative_to(html).with_suffix("").as_posix() for path in html.rglob("*.html")
    )
    assert left == ["book/a/one", "book/two", "book/welcome", "search"]


@pytest.mark.parametrize("arguments", [["--root", "/nowhere"], ["--page", "book/no-such-page.md"]])
def test_a_wrong_call_is_one_line_and_status_2(arguments, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert build.main(arguments) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and arguments[1].split("/")[-1] in error and "expected" in error


# --- a real build, of a small book ----------------------------------------------------------------

ALONE = "book/bias/bias-as-a-column"  # a page that _config.yml lists under run_alone
# Two pages that wait for each other, and one that looks whether they are done.
MEET = """import os, time
from pathlib import Path
place, me, other = Path({place!r}), {me!r}, {other!r}
(place / me).touch()
for _ in range(100):
    if (place / other).exists():
        break
    time.sleep(0.1)
print(me, "met", (place / other).exists(), "threads", os.environ["OMP_NUM_THREADS"])
(place / (me + ".done")).touch()"""
LOOK = "from pathlib import Path\nprint('done', len(list(Path({place!r}).glob('*.done'))))"


def cells_of_the_small_book(place: Path) -> dict[str, str]:
    return {
        "book/one": MEET.format(place=str(place), me="one", other="two"),
        "book/two": MEET.format(place=str(place), me="two", other="one"),
        ALONE: LOOK.format(place=str(place)),
    }


def write_page(root: Path, name: str, cell: str, text: str = "") -> None:
    page = root / f"{name}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"{FRONT}\n# Page {page.stem}\n\n{text}\n\n```{{code-cell}}\n{cell}\n```\n")


def built(root: Path) -> tuple[int, list[str], str]:
    """Build the book in `root`: the exit status, the pages that were run, all that was printed."""
    run = subprocess.run(
        [sys.executable, "-m", "linearbook.build", "--root", str(root)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    said = run.stdout + run.stderr
    ran = re.findall(r"^running the cells of (\S+)\.md$", said, re.M)
    return run.returncode, sorted(ran), said


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> tuple[Path, list[str], dict[str, str]]:
    """A small book with the settings of the real one, built once: what ran, and the pages."""
    root = tmp_path_factory.mktemp("real")
    shutil.copy(ROOT / "_config.yml", root)
    cells = cells_of_the_small_book(root)
    (root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/one\nchapters:\n"
        + "".join(f"- file: {name}\n" for name in list(cells)[1:])
    )
    for name, cell in cells.items():
        write_page(root, name, cell)
    (root / "book" / "references.bib").write_text("")
    shutil.copytree(BOOK / "_static", root / "book" / "_static")
    status, ran, said = built(root)
    assert status == 0, said
    return root, ran, {name: html_of(root, name) for name in cells}


def html_of(root: Path, name: str) -> str:
    return (root / "_build" / "html" / f"{name}.html").read_text(encoding="utf8")


def test_each_page_runs_once_and_on_one_thread(real):
    _, ran, html = real
    assert ran == sorted(html)
    assert "threads 1" in html["book/one"] and "threads 1" in html["book/two"]


@pytest.mark.skipif(build.cores() < 2, reason="NOT TESTED: this machine has a single core")
def test_pages_run_at_once(real):
    assert "one met True" in real[2]["book/one"] and "two met True" in real[2]["book/two"]


def test_a_page_that_measures_time_runs_by_itself_after_the_others(real):
    assert "done 2" in real[2][ALONE]


def test_only_what_changed_runs_again(real):
    root = real[0]
    cell = cells_of_the_small_book(root)["book/two"]
    assert built(root)[:2] == (0, [])
    write_page(root, "book/two", cell, text="Other words, the same cells.")
    assert built(root)[:2] == (0, [])
    assert "Other words" in html_of(root, "book/two")
    write_page(root, "book/two", cell + "\nprint('other cells')")
    assert built(root)[:2] == (0, ["book/two"])
    assert "other cells" in html_of(root, "book/two")


ASKS = "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=3)"
FAILS = {
    "an error": ("1 / 0", "ZeroDivisionError: division by zero"),
    "a warning on stderr": ("import warnings\nwarnings.warn('careful')", "stderr"),
    "the network": (ASKS, "without the network, and this asks for 192.0.2.1"),
    "a child that asks for the network": (
        "import subprocess, sys\n"
        f"run = subprocess.run([sys.executable, '-c', {ASKS!r}], capture_output=True, text=True)\n"
        "assert run.returncode == 0, run.stderr",
        "without the network",
    ),
}


def test_what_must_not_happen_in_a_cell_fails_the_build_and_is_shown(real):
    root = real[0]
    names = [f"book/fails{number}" for number in range(len(FAILS))]
    toc = (root / "_toc.yml").read_text()
    try:
        (root / "_toc.yml").write_text(toc + "".join(f"- file: {name}\n" for name in names))
        for name, (cell, _) in zip(names, FAILS.values(), strict=True):
            write_page(root, name, cell)
        status, ran, said = built(root)
        assert status == 1 and ran == names
        assert "jupyter_book/sphinx.py" not in said  # the tools' own trace
        for name, (cell, words) in zip(names, FAILS.values(), strict=True):
            if words != "stderr":
                report = said.split(f"=== {name}.md: this cell failed ===")[1].split("\n===")[0]
                assert cell.splitlines()[-1] in report and words in report
        # What runs to its end is not run again; what it wrote to stderr still fails the build.
        for name, (_, words) in zip(names, FAILS.values(), strict=True):
            if words != "stderr":
                write_page(root, name, "1")
        status, ran, said = built(root)
        assert status == 1 and "fails1.md" in said and "stderr" in said
        assert "book/fails1" not in ran
    finally:
        (root / "_toc.yml").write_text(toc)


def test_pages_that_measure_time_are_listed_to_run_alone():
    settings = yaml.safe_load((ROOT / "_config.yml").read_text())["sphinx"]["config"]
    clock = re.compile(r"\b(perf_counter|thread_time|process_time|time\.time|timeit|Timer)\b")
    timed = {
        page.relative_to(ROOT).with_suffix("").as_posix()
        for page in PAGES
        if any(clock.search(cell) for cell in cells_of(page))
    }
    # The proofs of claims.yml measure, too.
    assert set(settings["run_alone"]) == timed | {"book/reference/claims"}


# --- the pages as written -------------------------------------------------------------------------

CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```$", re.S | re.M)
EARLIER = "Do you remember?"
FIXED = [
    "You will be able to",
    "Before you read on",
    "Check yourself",
    "Key points",
    "Practice and next",
]


def text_of(page: Path) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", page.read_text(encoding="utf8"), flags=re.S)


def cells_of(page: Path) -> list[str]:
    return CELL.findall(text_of(page))


def lines_in(cell: str) -> int:
    return sum(bool(line.strip()) and not line.startswith(":tags:") for line in cell.splitlines())


def relative(page: Path) -> str:
    return page.relative_to(BOOK).as_posix()


def terms_in(page: Path) -> set[str]:
    """The key terms that a page marks, as the glossary names them."""
    marked = re.findall(r"\{term\}`([^`]+)`", text_of(page))
    return {re.sub(r"^.*<(.+)>$", r"\1", term) for term in marked}


GLOSSARY = dict(
    re.findall(
        r"^(\S.*)\n  (\S.*)$",
        text_of(BOOK / "reference" / "glossary.md").split(":::{glossary}\n")[1].split("\n:::")[0],
        re.M,
    )
)


def test_there_are_lessons_and_every_page_is_in_the_table_of_contents():
    listed = set(build.pages_in(yaml.safe_load((ROOT / "_toc.yml").read_text())))
    assert len(LESSONS) >= 5
    assert listed == {page.relative_to(ROOT).with_suffix("").as_posix() for page in PAGES}


@pytest.mark.parametrize("page", LESSONS, ids=relative)
def test_a_lesson_has_its_sections_in_their_order(page):
    headings = re.findall(r"^## (.*)$", CELL.sub("", text_of(page)), re.M)
    if headings[0] == EARLIER:  # a chapter's first page looks back
        headings.pop(0)
    assert headings[:2] == FIXED[:2] and headings[-3:] == FIXED[2:]
    assert len(headings) > len(FIXED)


@pytest.mark.parametrize("page", LESSONS, ids=relative)
def test_a_lesson_is_neither_too_short_nor_too_long(page):
    assert 800 <= len(CELL.sub("", text_of(page)).split()) <= 1800
    cells = cells_of(page)
    assert 8 <= len(cells) <= 16
    assert statistics.median(map(lines_in, cells)) <= 6


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name != "reference"], ids=relative
)
def test_a_page_is_neither_a_note_nor_a_scroll(page):
    assert 500 <= len(CELL.sub("", text_of(page)).split()) <= 1800


@pytest.mark.parametrize("page", LESSONS, ids=relative)
def test_a_lesson_predicts_before_it_reveals_and_asks_before_it_ends(page):
    before, check = (
        text_of(page).split(f"## {name}\n")[1] for name in ("Before you read on", "Check yourself")
    )
    assert "{predict}" in before.split("\n## ")[0]
    assert any(":tags: [reveal" in cell for cell in cells_of(page))
    assert 2 <= check.count("{question}") <= 4
    assert (
        3
        <= len(
            re.findall(r"^- ", text_of(page).split("## Key points\n")[1].split("\n## ")[0], re.M)
        )
        <= 5
    )


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_a_page_uses_one_spelling_of_its_front_matter_and_no_plt_show(page):
    assert page.read_text().startswith(FRONT)
    assert "plt.show" not in text_of(page)


@pytest.mark.parametrize("page", LESSONS, ids=relative)
def test_a_lesson_marks_the_terms_it_uses_and_each_is_in_the_glossary(page):
    terms = terms_in(page)
    assert terms and terms <= set(GLOSSARY)


def test_a_term_of_the_glossary_is_marked_on_the_page_that_it_leads_to():
    assert len(GLOSSARY) > 50
    assert list(GLOSSARY) == sorted(GLOSSARY, key=str.lower)
    for term, entry in GLOSSARY.items():
        [address] = re.findall(r"\(\[\d\.\d\]\(\.\./([\w/-]+\.md)\)\)$", entry)
        assert term.lower() in {name.lower() for name in terms_in(BOOK / address)}, term


def test_the_first_page_of_a_chapter_looks_back_with_three_questions():
    for page in LESSONS:
        chapter, number = re.search(r"^# (\d)\.(\d) ", text_of(page), re.M).groups()
        back = text_of(page).partition(f"## {EARLIER}\n")[2].split("\n## ")[0]
        due = 3 if number == "1" and chapter != "1" else 0
        assert back.count("{question}") == due, relative(page)


def test_titles_that_notebooks_show_are_the_titles_of_the_pages():
    titles = {}
    for page in LESSONS:
        [title] = re.findall(r"^# (\d\.\d .*)$", CELL.sub("", text_of(page)), re.M)
        titles[page.relative_to(BOOK).with_suffix("").as_posix()] = re.sub("[`*]", "", title)
    assert titles == TITLES


def test_lessons_stand_in_the_order_of_their_numbers():
    listed = [
        ROOT / f"{name}.md"
        for name in build.pages_in(yaml.safe_load((ROOT / "_toc.yml").read_text()))
    ]
    numbers = [
        re.search(r"^# (\d\.\d) ", text_of(page), re.M)[1] for page in listed if page in LESSONS
    ]
    assert numbers == sorted(numbers) and len(set(numbers)) == len(LESSONS)


def test_words_are_spelled_as_in_a_dictionary():
    written = ["book", "solutions", "README.md", "_config.yml"]
    run = subprocess.run(
        [sys.executable, "-m", "codespell_lib", *written], cwd=ROOT, capture_output=True, text=True
    )
    assert run.stdout + run.stderr == ""


def test_no_two_questions_are_named_alike():
    names = [
        name
        for page in PAGES
        for name in re.findall(
            r"^:::+\{(?:predict|question)\}.*\n:name: (\S+)$", text_of(page), re.M
        )
    ]
    asked = sum(len(re.findall(r"\{(?:predict|question)\}", text_of(page))) for page in PAGES)
    assert len(names) == len(set(names)) == asked > 0


REMOTE = (
    r"!\[[^\]]*\]\(\s*(https?:)?//",  # an image in Markdown
    r"(src|srcset)\s*=\s*[\"']?\s*(https?:)?//",
    r"url\(\s*[\"']?(https?:)?//",
    r"@import|\bimport\s*\(?\s*[\"']https?:",
    r"\bfetch\(|urlopen|urlretrieve|requests\.get",
    r"<(script|iframe|link)\b",
)


@pytest.mark.parametrize(
    "path",
    [*PAGES, *sorted((BOOK / "_static").glob("*.css")), *sorted((BOOK / "_static").glob("*.js"))],
    ids=lambda path: path.name,
)
def test_nothing_is_fetched_from_elsewhere(path):
    text = path.read_text(encoding="utf8")
    assert not re.search("|".join(REMOTE), text)


@pytest.mark.parametrize("page", sorted(BOOK.glob("*/practice.md")), ids=lambda p: p.parent.name)
def test_the_practice_page_says_what_the_notebook_says(page):
    topic = {"beyond": "capstone"}.get(page.parent.name, page.parent.name)
    (path,) = (ROOT / "exercises").glob(f"*-{topic}/{topic}.ipynb")
    notebook = json.loads(path.read_text())
    text = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
    said = re.findall(r"\*Difficulty: (\w+) · (\d+) minutes · (\d+) points", text)
    names = [name for _, name in re.findall(r'check\("([^"]+)", (\w+)\)', text)]
    names = names[: len(said)]  # those without points come last
    rows = re.findall(
        r"^\| \d \| `(\w+)`[^|]*\| (\w+) \| (\d+) \| (\d+) \|",
        text_of(page),
        re.M,
    )
    assert rows == [(name, *facts) for name, facts in zip(names, said, strict=True)]


def test_the_self_check_asks_for_what_requirements_ask_for():
    asked = dict(re.findall(r'\("([\w-]+)", "([\d.]+)"\)', text_of(BOOK / "setup.md")))
    required = dict(
        re.findall(r"^([\w-]+)>=([\d.]+)", (ROOT / "requirements.txt").read_text(), re.M)
    )
    for name in ("torch", "jupyterlab", "nbgrader"):
        assert asked[name] == required[name]
    assert f'requires-python = ">={asked["python"]}"' in (ROOT / "pyproject.toml").read_text()
