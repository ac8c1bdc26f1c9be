"""A browser for the tests that need one: Chromium or Chrome, from $CHROMIUM or the path.

`make test` installs it on Debian and Ubuntu. Where there is none, these tests are skipped, and say
so; where $CI is set, they fail.
"""

from __future__ import annotations

import contextlib
import http.server
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from linearbook.offline_copy import find_browser

from autograder import bench_pages

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
PATIENCE = 90.0  # seconds; a machine may have much else to do
PICTURES = Path(__file__).parents[2] / "_build" / "screenshots"


@contextlib.contextmanager
def pictured(page, name: str) -> Iterator[None]:
    """What the browser shows when something inside fails, as ``_build/screenshots/<name>.png``."""
    try:
        yield
    except BaseException:
        PICTURES.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(Exception):  # what failed is the news
            page.screenshot(path=PICTURES / f"{name}.png")
        raise


@contextlib.contextmanager
def started() -> Iterator:
    """A browser of Playwright's; the test is skipped, or fails, where there is none."""
    path = find_browser()
    if path is None:
        words = "NOT TESTED in a browser: no Chromium or Chrome; install it, or set $CHROMIUM"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")  # not longer: while it is open, no other event loop can run
def browser():
    with started() as browser:
        yield browser


def served(folder: Path):
    """The address of a plain static server for ``folder``."""
    return bench_pages.served(folder, _Quiet)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test prints nothing of what worked."""


class Watched:
    """A page of the browser, with what it asked for outside, and its errors."""

    def __init__(self, browser, inside: tuple[str, ...], **how: object) -> None:
        self.inside = inside
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.context = browser.new_context(**how)
        self.page = self.context.new_page()
        self.context.route(lambda address: not address.startswith((*inside, "data:")), self._refuse)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _refuse(self, route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")

    def open(self, address: str):
        """Load a page and wait until its scripts have run; forgets what was seen before."""
        self.outside.clear()
        self.errors.clear()
        self.page.goto(address, wait_until="load")
        return self.page
