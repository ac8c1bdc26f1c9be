"""The book as its reader gets it, in _build/html: links lead somewhere, pictures have words.

`make test` builds the book before it runs the tests. Where what stands in _build/html is not the
book as it is now, these tests are skipped, and say so.
"""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from linearbook import alt_text, build

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
PAGES = list(build.pages_in(yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf8"))))


def what_is_missing() -> str:
    """Why _build/html is not the book of today; empty if it is."""
    state = ROOT / "_build" / "book-state.json"
    if not state.is_file():
        return "there is none"
    known = json.loads(state.read_text())
    now = {
        "cells": build.cells_fingerprint(ROOT),
        "checks": build.checks_fingerprint(ROOT),
        "pages": build.pages_fingerprint(ROOT),
    }
    changed = [name for name, digest in now.items() if known.get(name) != digest]
    changed += [
        page
        for page in PAGES
        if not (HTML / f"{page}.html").is_file()
        or (ROOT / f"{page}.md").stat().st_mtime > state.stat().st_mtime
    ]
    return f"changed since: {', '.join(changed[:3])}" if changed else ""


MISSING = what_is_missing()
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"NOT TESTED: no current book in _build/html ({MISSING}); run `make book`"
)


class Page(HTMLParser):
    """What a page of the built book points to, and what can be pointed to in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []  # where a reader can go
        self.loads: list[str] = []  # what the browser fetches by itself
        self.beside: dict[str, str] = {}  # "prev" and "next" -> the address
        self.classes: set[str] = set()
        self.feed(path.read_text(encoding="utf8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        classes = has.get("class", "").split()
        self.classes.update(classes)
        self.ids.update(filter(None, [has.get("id"), has.get("name") if tag == "a" else None]))
        if tag == "a" and "href" in has:
            self.links.append(has["href"])
            for side in ("prev", "next"):
                if {f"left-{side}", f"right-{side}"} & set(classes):
                    self.beside[side] = has["href"]
        elif tag == "link" and has.get("rel") in ("stylesheet", "preload", "icon"):
            self.loads.append(has["href"])
        elif tag in ("img", "script", "iframe", "source", "audio", "video") and has.get("src"):
            self.loads.append(has["src"])

    handle_startendtag = handle_starttag


@cache
def parsed(path: Path) -> Page:
    return Page(path)


def target(page: Path, address: str) -> tuple[Path, str]:
    """The file and the anchor that a relative `address` on `page` leads to."""
    parts = urlsplit(address)
    path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)


def is_elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


@pytest.mark.parametrize("page", PAGES)
def test_every_internal_link_and_anchor_leads_somewhere(page):
    path = HTML / f"{page}.html"
    broken = []
    for address in parsed(path).links + parsed(path).loads:
        if is_elsewhere(address) or address == "#":
            continue
        file, anchor = target(path, address)
        if not file.is_file() or (anchor and anchor not in parsed(file).ids):
            broken.append(address)
    assert not broken


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_has_words(page):
    article = (HTML / f"{page}.html").read_text(encoding="utf8")
    article = article.split("<article", 1)[1].split("</article>", 1)[0]
    assert alt_text.without_words(article) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_cell_wrote_to_stderr(page):
    assert not {"stderr", "traceback"} & parsed(HTML / f"{page}.html").classes


def test_pages_lead_to_one_another_in_the_order_of_the_table_of_contents():
    for page, before, after in zip(PAGES, [None, *PAGES], [*PAGES[1:], None], strict=False):
        path = HTML / f"{page}.html"
        beside = {
            side: target(path, address)[0].relative_to(HTML).with_suffix("").as_posix()
            for side, address in parsed(path).beside.items()
        }
        due = {side: name for side, name in (("prev", before), ("next", after)) if name}
        assert beside == due, page
