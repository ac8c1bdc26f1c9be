"""Fonts cut down to the characters that a page shows."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


def subset(font: Path, characters: Iterable[str]) -> tuple[bytes, set[str]]:
    """The font as WOFF2 with the glyphs of `characters`, and which of them it does not have."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    wanted = {ord(character) for character in characters}
    with TTFont(font, recalcTimestamp=False) as whole:
        missing = {chr(code) for code in wanted - set(whole.getBestCmap())}
        options = Options()
        options.flavor = "woff2"
        options.layout_features = ["ssty", "ccmp", "kern", "mark", "mkmk"]  # what formulas use
        options.notdef_outline = True
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(wanted))
        subsetter.subset(whole)
        whole.flavor = "woff2"
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue(), missing


def data_uri(woff2: bytes) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(woff2).decode()}"
