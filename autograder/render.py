"""What a learner wrote as HTML: code with its parts marked, Markdown without HTML. Nothing runs.

The same cells come back in every page of a class, so what was rendered once is kept.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder import pages
from autograder.scrub import clean_text

MAX_SOURCE = 20_000  # characters of one cell; more is cut
KEPT = 256  # cells
_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True)


class Outline:
    """Heading levels below the page's own h1 and h2, never skipping one on the way down."""

    def __init__(self, level: int = 2) -> None:
        self.level = level

    def next(self, wanted: int) -> int:
        """The level for a notebook's heading of level ``wanted`` (1 to 6)."""
        self.level = min(max(3, wanted + 2), self.level + 1, 6)
        return self.level

    @property
    def below(self) -> int:
        """The level for a heading that belongs under the last one."""
        return min(self.level + 1, 6)


def code(source: str) -> Markup:
    """Python source with its parts marked for color, escaped."""
    return _code(clean_text(source, MAX_SOURCE))


@lru_cache(maxsize=KEPT)
def _code(source: str) -> Markup:
    # Blanks at the end of lines are not seen, and many such lines would keep Pygments for minutes.
    lines = (line.rstrip() for line in source.split("\n"))
    return Markup(highlight("\n".join(lines), _LEXER, _FORMATTER))  # Pygments escapes


def inline_code(text: str) -> Markup:
    """``text`` escaped, with what stands between backticks set as code."""
    pieces = str(escape(text)).split("`")
    return Markup("".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces)))


def markdown(source: str, outline: Outline, trusted: bool = False) -> Markup:
    """Markdown as HTML, its headings fitted under the page's.

    Args:
        source: the cell's text.
        outline: the headings so far; it moves on.
        trusted: whether the text is the release's own, which may contain HTML.
    """
    book = os.environ.get(pages.BOOK_URL, "")  # links depend on it
    text = clean_text(source, MAX_SOURCE)
    html, outline.level = _markdown(text, outline.level, trusted, book)
    return html


@lru_cache(maxsize=KEPT)
def _markdown(source: str, level: int, trusted: bool, _book: str) -> tuple[Markup, int]:
    outline, parser = Outline(level), _parser(trusted)
    tokens = parser.parse(source)
    for token in tokens:
        if token.type == "heading_open":
            tag = f"h{outline.next(int(token.tag[1]))}"
        if token.type in ("heading_open", "heading_close"):
            token.tag = tag
        if token.children:
            token.children = _only_safe(token.children)
    return Markup(parser.renderer.render(tokens, parser.options, {})), outline.level


@lru_cache
def _parser(trusted: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": trusted, "highlight": _fence})
    # Of a learner's 20,000 characters these two rules can make half a minute or nine megabytes.
    return parser.enable("table") if trusted else parser.disable("reference")


def _fence(source: str, language: str, _: str) -> str:
    # Built whole, or the learner's word for the language would become a class name.
    text = code(source.rstrip("\n")) if language in ("", "python") else escape(source)
    return f'<pre tabindex="0"><code>{text}</code></pre>'


def _only_safe(tokens: list[Token]) -> list[Token]:
    """``tokens`` without images, and with links only where they lead to the web or the book."""
    kept, open_links = [], []
    for token in tokens:
        if token.type == "link_open":
            address = _address(str(token.attrGet("href") or ""))
            open_links.append(address is not None)
            if address is None:
                continue
            token.attrs = {"href": address, "rel": "noopener noreferrer nofollow"}
        elif token.type == "link_close" and not open_links.pop():
            continue
        elif token.type == "image":  # it would be fetched from wherever the learner says
            token = Token("text", "", 0, content=f"[image: {token.content}]")
        kept.append(token)
    return kept


def _address(href: str) -> str | None:
    in_book = re.fullmatch(r"(?:\.\./)+book/([\w/-]+)\.md(#[\w-]+)?", href)
    if in_book:
        return book_link(in_book[1] + (in_book[2] or "")) or None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    return href if parts.scheme in ("http", "https") and parts.netloc else None


def book_link(page: str) -> str:
    """A link to ``page`` where $LINEAR_BOOK_URL says that the book is served, or ""."""
    # A page of feedback travels, and a path to a book beside it does not.
    return pages.href(page) if page and os.environ.get(pages.BOOK_URL) else ""
