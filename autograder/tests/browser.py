"""A real browser for tests: Chromium by Playwright, which asks nobody outside this machine.

The browser is the system's own: `make test` installs it on Debian and Ubuntu. Where there is none,
the tests that need it are skipped on a person's machine, and fail where $CI is set.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def executable() -> str | None:
    """Where the browser is, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(MACOS) if MACOS.is_file() else None)


@contextmanager
def started() -> Iterator[Browser]:
    path = executable()
    if path is None:
        problem = "NOT TESTED in a browser: no Chromium or Chrome; `apt-get install chromium`"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(problem)
    with sync_playwright() as playwright:
        # Its own sandbox cannot be set up by root, which CI is in many containers.
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if is_root else []
        )
        yield browser
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a plain static server for `folder`."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test prints nothing of what worked."""


class Watched:
    """A page of the browser, with what it asked for outside, and its errors."""

    def __init__(self, browser: Browser, inside: tuple[str, ...], **how: object) -> None:
        self.inside = inside
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.context = browser.new_context(**how)
        self.page: Page = self.context.new_page()
        self.context.route(lambda address: not address.startswith((*inside, "data:")), self._refuse)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _refuse(self, route: Route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(f"{message.type}: {message.text}")

    def open(self, address: str) -> Page:
        """Load a page and wait until its scripts have run; forgets what was seen before."""
        self.outside.clear()
        self.errors.clear()
        self.page.goto(address, wait_until="load")
        return self.page
