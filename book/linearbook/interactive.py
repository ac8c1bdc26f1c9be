"""`embed`: put a figure on the page that the reader can move, with a still picture for all others.

What it displays is one <figure>: the still picture, a caption, and the figure's numbers as JSON. In
the built book a script (book/_static/explore-KIND.js, which figure_scripts.py adds to the pages
that need it) reads the numbers and puts something to play with in the place of the picture. Where
no script runs, on paper or in a notebook, the picture and a sentence about it remain. The numbers
stand in the page itself, since a page that is opened as a file may not fetch another file.

The four figures are in interactive_plane, interactive_layer, interactive_depth and
interactive_boundary; a page calls one of them in a cell.
"""

from __future__ import annotations

import json
import re
from collections import Counter

import matplotlib.pyplot as plt
from IPython.display import display
from matplotlib.figure import Figure

from linearbook import figures

KINDS = ("plane", "layer", "depth", "boundary")
LARGEST = 40_000  # characters of JSON: more would be felt in how long a page takes to load
WITHOUT_SCRIPTS = (
    "This is a still picture. In the web pages of the book, with scripts on, you can move it."
)

_embedded: Counter[str] = Counter()


def embed(
    kind: str, data: dict[str, object], fig: Figure, *, alt: str, caption: str, first: str
) -> None:
    """Display an interactive figure below the cell.

    kind: one of KINDS, which names the script.
    data: what the script draws, as JSON can hold it: dicts, lists, texts, finite numbers.
    fig: the still picture, closed here; alt: what it shows, in words.
    caption: stands under the figure either way; `code` in backticks is set as code.
    first: one sentence that says what to try first.

    Raises ValueError if `kind` is unknown, if the JSON is longer than LARGEST, or if a number in
    it is not finite.
    """
    if kind not in KINDS:
        raise ValueError(f"embed: no script for {kind!r}; expected one of {', '.join(KINDS)}")
    text = json.dumps(data | {"try": first}, separators=(",", ":"), allow_nan=False)
    if len(text) > LARGEST:
        raise ValueError(
            f"embed: the numbers of this {kind!r} figure are {len(text)} characters of JSON, and "
            f"{LARGEST} is the limit; round them, or keep fewer settings"
        )
    picture = figures.svg_of(fig, " ".join(alt.split()))
    plt.close(fig)
    display(
        {"text/html": _markup(kind, text, picture, caption), "text/plain": f"[Figure: {alt}]"},
        raw=True,
    )


def _markup(kind: str, text: str, picture: str, caption: str) -> str:
    _embedded[kind] += 1
    number = f"-{_embedded[kind]}" if _embedded[kind] > 1 else ""
    # "</script>" in a text would end the element early.
    text = text.replace("<", "\\u003c")
    return (
        f'<figure class="explore" data-explore="{kind}" id="explore-{kind}{number}">'
        f'<div class="explore-still">{picture}<p class="explore-off">{WITHOUT_SCRIPTS}</p></div>'
        f"<figcaption>{figures.caption_html(caption)}</figcaption>"
        f'<script type="application/json">{text}</script></figure>'
    )


def rounded(values: object, digits: int = 4) -> object:
    """Numbers in nested lists, to so many significant digits, and whole ones as integers."""
    if isinstance(values, list):
        return [rounded(value, digits) for value in values]
    short = float(f"{values:.{digits}g}")
    return int(short) if short.is_integer() and abs(short) < 1e15 else short


def kinds_in(markup: str) -> list[str]:
    """The kinds of the interactive figures in a page's HTML, each once, in the order of KINDS."""
    found = set(re.findall(r'<figure class="explore" data-explore="(\w+)"', markup))
    return [kind for kind in KINDS if kind in found]
