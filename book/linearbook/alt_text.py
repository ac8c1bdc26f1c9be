"""The build fails where a figure lacks words: every picture carries alternative text.

After a page is resolved this looks at what the reader will get: images, raw HTML, and the output
of cells. Each warning names the page and the line; with `-W` one is enough to fail the build.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)

USE_SHOW = "end the cell with `show(fig, alt=...)` from linearbook.figures"
BARE_MATPLOTLIB = re.compile(r"<Figure size |<matplotlib\.|\bmatplotlib\.\w+\.\w+ at 0x")


class PicturesWithoutWords(HTMLParser):
    """Collects, from raw HTML, every <img> without alt and every <svg> without a name."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self._unnamed: list[str] = []  # one entry an open <svg>: its problem, or "" if it is fine

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: (value or "").strip() for name, value in attrs}
        if tag == "img" and not _is_decoration(has) and not has.get("alt"):
            self.problems.append("an <img> without alt text")
        elif tag == "svg":
            named = has.get("aria-label") or has.get("aria-labelledby") or _is_decoration(has)
            nested = bool(self._unnamed)
            self._unnamed.append("" if named or nested else "an <svg> without an accessible name")
        elif tag == "title" and self._unnamed:
            self._unnamed[-1] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg" and self._unnamed:
            self.problems += filter(None, [self._unnamed.pop()])

    def close(self) -> None:
        super().close()
        while self._unnamed:  # an <svg> that is never closed is drawn all the same
            self.handle_endtag("svg")


def _is_decoration(attributes: dict[str, str]) -> bool:
    hidden = attributes.get("aria-hidden") == "true"
    return hidden or attributes.get("role") in ("presentation", "none")


def without_words(markup: str) -> list[str]:
    """What in this HTML a person who cannot see it would miss, in words; empty if nothing."""
    parser = PicturesWithoutWords()
    parser.feed(markup)
    parser.close()
    return parser.problems


def check_page(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for image in doctree.findall(nodes.image):
        if _in_cell_output(image):
            _warn(image, docname, f"a picture that bypassed `show`; {USE_SHOW}", "bypass")
        elif not image.get("alt", "").strip():
            _warn(image, docname, f"the image {image.get('uri')!r} has no alt text", "missing")
    for raw in doctree.findall(nodes.raw):
        if "html" in raw.get("format", "").split():
            for problem in without_words(raw.astext()):
                step = USE_SHOW if _in_cell_output(raw) else "say in words what it shows"
                _warn(raw, docname, f"{problem}; {step}", "missing")
    for block in doctree.findall(nodes.literal_block):
        if _in_cell_output(block) and BARE_MATPLOTLIB.search(block.astext()):
            _warn(block, docname, f"a bare matplotlib object as output; {USE_SHOW}", "bypass")


def _in_cell_output(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.Element) and node.get("nb_element") == "cell_code_output":
            return True
    return False


def _warn(node: nodes.Element, docname: str, problem: str, subtype: str) -> None:
    location = (docname, node.line) if node.line else _nearest_line(node, docname)
    logger.warning(problem, location=location, type="alt_text", subtype=subtype)


def _nearest_line(node: nodes.Element, docname: str) -> tuple[str, int | None]:
    while node.parent is not None and not node.line:
        node = node.parent
    return docname, node.line


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("doctree-resolved", check_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
