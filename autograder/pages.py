"""Where the book teaches what: titles of its pages, and links to them from a notebook."""

from __future__ import annotations

import os
from pathlib import Path

TITLES = {
    "linear-layer/a-matrix-you-can-learn": "2.1 A matrix you can learn",
    "linear-layer/nn-linear-exactly": "2.2 nn.Linear, exactly",
    "linear-layer/how-a-layer-learns": "2.3 How a layer learns",
    "linear-layer/under-the-hood-forward": "2.4 Under the hood: forward",
    "linear-layer/under-the-hood-backward": "2.5 Under the hood: backward",
}
BOOK_URL = "LINEAR_BOOK_URL"  # environment variable: where a class reads the book


def title(page: str) -> str:
    """The title of ``page``, anchor or not: "linear-layer/nn-linear-exactly#copying"."""
    return TITLES[page.split("#")[0]]


def place(page: str) -> str:
    """Title and section in words: "2.2 nn.Linear, exactly, section copying"."""
    anchor = page.partition("#")[2]
    return title(page) + (f", section “{anchor.replace('-', ' ')}”" if anchor else "")


def href(page: str, start: Path | None = None) -> str:
    """A link to ``page`` in the book at $LINEAR_BOOK_URL, or in the one built beside the notebook.

    Returns "" where neither exists; the title alone then says where to read.
    """
    path, _, anchor = page.partition("#")
    target = f"book/{path}.html" + (f"#{anchor}" if anchor else "")
    if os.environ.get(BOOK_URL):
        return f"{os.environ[BOOK_URL].rstrip('/')}/{target}"
    start = (start or Path.cwd()).resolve()
    for level, folder in enumerate((start, *start.parents)):
        if (folder / "_build" / "html" / "book" / f"{path}.html").is_file():
            return "../" * level + f"_build/html/{target}"
    return ""
