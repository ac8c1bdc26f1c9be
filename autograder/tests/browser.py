"""A browser for the tests that need one: Chromium, from $CHROMIUM, the path, or Playwright's own.

Where there is none, these tests are skipped, and say so; where $CI is set, they fail.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def executable() -> str | None:
    """The path of a Chromium or Chrome; None leaves it to Playwright, which may have its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="module")  # not longer: while it is open, no other event loop can run
def browser():
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        except Error as error:
            if "Executable doesn't exist" not in str(error):
                raise
            words = "NOT TESTED: no Chromium; install it, or say where it is in $CHROMIUM"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(words)
        yield browser
        browser.close()
