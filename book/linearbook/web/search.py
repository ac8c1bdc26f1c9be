"""The index that `search.js` looks things up in: every section of the book, with its words.

Sphinx's own search knows which pages hold a word, not where or how often two words stand together:
asked for an error message, it lists every page with "shapes" in the order of the alphabet. This
one keeps the text of each section, so that a phrase is found as a phrase, and the result leads to
the section. It is a script, not JSON, because a page opened from a folder may not fetch a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

INDEX = "search-index.js"
SKIPPED = ("script", "style", "svg", "nav", "button")


@dataclass
class Section:
    """A heading with what stands under it, up to the next heading."""

    page: str  # the address, from the root of the book
    anchor: str
    title: str = ""  # of the section
    words: list[str] = field(default_factory=list)


class _Sections(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.sections: list[Section] = []
        self.anchor = ""
        self.article = False
        self.skipped: list[str] = []
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "article":
            self.article = True
        elif self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.append(tag)
        elif tag in SKIPPED or _is_aside(tag, has.get("class") or ""):
            self.skipped.append(tag)
        elif tag == "section" and has.get("id"):
            self.anchor = has["id"]
        elif re.fullmatch("h[1-6]", tag) and self.article:
            self.heading = tag
            self.sections.append(Section(self.page, has.get("id") or self.anchor))

    def handle_endtag(self, tag: str) -> None:
        if self.skipped and tag == self.skipped[-1]:
            self.skipped.pop()
        elif tag == self.heading:
            self.heading = ""
        elif tag == "article":
            self.article = False

    def handle_data(self, data: str) -> None:
        if not self.article or self.skipped or not self.sections:
            return
        if self.heading:
            self.sections[-1].title += data
        else:
            self.sections[-1].words.append(data)


def _is_aside(tag: str, classes: str) -> bool:
    """Signs beside headings, and the proofs of claims, whose code would drown the lessons'."""
    return "headerlink" in classes or (tag == "details" and not classes)


def sections(page: str, text: str) -> list[Section]:
    parser = _Sections(page)
    parser.feed(text)
    return parser.sections


def entries(pages: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Page, title of the page, anchor, title of the section, text, for every section."""
    for page, text in pages:
        found = sections(page, text)
        for section in found:
            words = " ".join("".join(section.words).split())
            title = " ".join(section.title.split())
            yield [page, " ".join(found[0].title.split()), section.anchor, title, words]


def write_index(static: Path, pages: Iterable[tuple[str, str]]) -> None:
    text = json.dumps(list(entries(pages)), ensure_ascii=False, separators=(",", ":"))
    (static / INDEX).write_text(f"window.linearSearchIndex={text};\n", encoding="utf8")
