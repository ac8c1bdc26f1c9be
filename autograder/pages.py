"""Where the book teaches what: titles of its pages, and links to them from a notebook."""

from __future__ import annotations

import os
from pathlib import Path

TITLES = {
    "vectors/vectors-and-dot-products": "1.1 Vectors and dot products",
    "vectors/matrices-as-maps": "1.2 Matrices as maps",
    "linear-layer/a-matrix-you-can-learn": "2.1 A matrix you can learn",
    "linear-layer/nn-linear-exactly": "2.2 nn.Linear, exactly",
    "linear-layer/how-a-layer-learns": "2.3 How a layer learns",
    "linear-layer/under-the-hood-forward": "2.4 Under the hood: forward",
    "linear-layer/under-the-hood-backward": "2.5 Under the hood: backward",
    "bias/what-bias-buys": "3.1 What bias buys",
    "bias/bias-as-a-column": "3.2 Bias as one more column",
    "batching/many-rows-one-product": "4.1 Many rows, one product",
    "batching/shapes-that-lie": "4.2 Flattening and shapes that lie",
    "batching/when-bias-is-redundant": "4.3 When bias is redundant",
    "batching/why-batching-is-fast": "4.4 Why batching is fast",
    "init/what-pytorch-does": "5.1 What PyTorch does, and why a = √5",
    "init/signals-through-depth": "5.2 Signals through depth",
    "init/training-through-depth": "5.3 Training through depth",
    "init/symmetry-and-your-own": "5.4 Symmetry, zeros and doing it yourself",
    "depth/linear-after-linear": "6.1 Linear after linear is linear",
    "depth/bend-it": "6.2 Bend it",
    "depth/digits": "6.3 Digits",
    "depth/bottlenecks-and-rank": "6.4 Bottlenecks and rank",
    "depth/low-rank-updates": "6.5 Low-rank updates (optional)",
    "pitfalls/no-parameters": '7.1 "My layer has no parameters"',
    "pitfalls/no-parameters-innocent": "7.2 Zero parameters: what does not cause it",
    "pitfalls/does-not-learn": '7.3 "It runs but does not learn": the weights never change',
    "pitfalls/loss-does-not-fall": '7.4 "The loss does not go down": six causes',
    "pitfalls/shapes-dtypes-devices": "7.5 Shapes, dtypes, devices: reading the error messages",
    "pitfalls/myths": "7.6 Myths, and the run that decides",
    "beyond/in-production": "8.1 In production",
    "beyond/smaller-and-faster": "8.2 Smaller and faster",
    "beyond/connections": "8.3 Connections",
    "beyond/when-not-to": "8.4 When not to use one",
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
