"""What a learner wrote or printed, made safe to show: plain text and PNG images, nothing that runs.

Everything that is shown to someone else passes through here once, before it is stored: a browser,
the formgrader (which renders Markdown and HTML on the instructor's own origin) and a terminal all
get text that means nothing to them.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace

from nbformat import NotebookNode

from autograder.results import Result

MAX_TEXT = 20_000  # characters of one output
MAX_OUTPUTS = 50  # of one cell
MAX_IMAGE = 2 * 2**20  # bytes of one PNG
PNG = b"\x89PNG\r\n\x1a\n"

# ECMA-48: control sequences (CSI), strings such as titles and links (OSC and kin), short escapes.
_ANSI = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Controls, surrogates, line separators, and marks that reorder or hide text.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def clean_text(text: str, limit: int = MAX_TEXT) -> str:
    """``text`` without terminal escapes, overwritten lines and characters that cannot be seen.

    Line breaks and tabs stay. Controls, surrogates and marks that reorder text become U+FFFD, so
    that what is read is what is there. Longer text than ``limit`` is cut, and says so.
    """
    text = str(text)
    cut = len(text) - limit
    lines = _ANSI.sub("", text[:limit]).split("\n")
    text = "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)
    text = _HIDDEN.sub("\ufffd", text)
    return text if cut <= 0 else f"{text}\n… {cut} more characters"


def clean_line(text: str, limit: int = 200) -> str:
    """``text`` in one line, for titles, names and tables."""
    return " ".join(clean_text(text, limit).split())


def clean_outputs(outputs: object) -> list[NotebookNode]:
    """nbformat outputs with text and PNG images only; HTML, SVG and scripts are dropped."""
    safe = [clean_output(output) for output in _list(outputs)[:MAX_OUTPUTS]]
    return [output for output in safe if output is not None]


def clean_output(output: object) -> NotebookNode | None:
    """One output made safe, or None if nothing of it can be shown."""
    if not isinstance(output, dict):
        return None
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        text = clean_text(_joined(output.get("text")))
        return NotebookNode(output_type="stream", name=name, text=text)
    if kind == "error":
        lines = _list(output.get("traceback"))[:MAX_OUTPUTS]
        return NotebookNode(
            output_type="error",
            ename=clean_line(output.get("ename", "")),
            evalue=clean_text(output.get("evalue", ""), 2_000),
            traceback=[clean_text(line, 5_000) for line in lines],
        )
    if kind in ("display_data", "execute_result"):
        data = clean_data(output.get("data"))
        # Never an execute_result: nbgrader reads points from one.
        return NotebookNode(output_type="display_data", metadata={}, data=data) if data else None
    return None


def clean_data(data: object) -> dict[str, str]:
    """The PNG and the plain text of a MIME bundle; empty if it has neither."""
    safe: dict[str, str] = {}
    if not isinstance(data, dict):
        return safe
    if png := clean_png(data.get("image/png")):
        safe["image/png"] = png
    if "text/plain" in data:
        safe["text/plain"] = clean_text(_joined(data["text/plain"]))
    return safe


def clean_png(encoded: object) -> str | None:
    """``encoded`` as canonical base64, if it decodes to something that starts as a PNG does."""
    text = _joined(encoded)
    if not text or len(text) > MAX_IMAGE * 3 // 2:
        return None
    try:
        image = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    fits = image.startswith(PNG) and len(image) <= MAX_IMAGE
    return base64.b64encode(image).decode() if fits else None


def clean_result(result: Result) -> Result:
    """``result`` with every text in it cleaned: messages quote what a learner's code said."""
    texts = ("message", "tried", "got", "due", "hint")
    return replace(result, **{name: clean_text(getattr(result, name), 8_000) for name in texts})


def fenced(text: str) -> str:
    """``text`` as a Markdown code block that nothing inside it can end."""
    text = clean_text(text)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _list(value: object) -> list:
    # Outputs come from a process that a learner's code may have taken over.
    return list(value) if isinstance(value, (list, tuple)) else []


def _joined(text: object) -> str:
    """nbformat stores text as one string or as a list of lines."""
    if isinstance(text, str):
        return text
    return "".join(part for part in _list(text) if isinstance(part, str))
