"""All checks by name. Trusted: importing this package is holding the answers."""

from __future__ import annotations

import difflib
import importlib
import os

from autograder import probes
from autograder.checks.core import Check
from autograder.errors import UserError

# A chapter's module defines CHECKS, in the order of its assignment.
MODULES = probes.modules(__name__, os.path.dirname(__file__))
ASSIGNMENTS = {chapter: probes.CHAPTERS[chapter] for chapter in MODULES}


def names() -> list[str]:
    """Every check's name, chapter by chapter."""
    return [check.name for chapter in MODULES for check in chapter_checks(chapter)]


def chapter_checks(chapter: str) -> tuple[Check, ...]:
    return importlib.import_module(MODULES[chapter]).CHECKS


def find(name: str) -> Check:
    """The check called ``name``. Raises UserError naming the nearest if there is none."""
    chapter = name.split("/")[0] if isinstance(name, str) else ""
    if chapter in MODULES:
        for check in chapter_checks(chapter):
            if check.name == name:
                return check
    known = names()
    # The part after the slash tells checks apart, so it also counts alone.
    tails = {known_name.split("/")[1]: known_name for known_name in known}
    near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.4)
    near = near or [
        tails[tail]
        for tail in difflib.get_close_matches(str(name).split("/")[-1], tails, n=1, cutoff=0.4)
    ]
    hint = f'Did you mean "{near[0]}"?' if near else f"The checks are: {', '.join(known)}."
    raise UserError(f"There is no check called {name!r}. {hint}")
