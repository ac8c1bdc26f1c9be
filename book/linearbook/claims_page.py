"""What the page *Claims, checked* shows: a picture, the contradictions, and every claim as HTML.

All of it is static HTML that works without scripts; _static/claims.js adds the filter. Claims that
name each other, as in "(S004-42)", are linked.
"""

from __future__ import annotations

import html
import inspect
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import matplotlib.pyplot as plt
from IPython.display import display
from matplotlib.patches import Patch
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from linearbook import proofs
from linearbook.figures import COLORS, show

BOOK = Path(__file__).resolve().parents[1]

# verdict -> its sign, the color of its bar, and the words before what to say instead, if any.
VERDICTS = {
    "true": ("✓", "y", ""),
    "false": ("✗", "grad", "Say instead"),
    "misleading": ("≈", "accent", "Say instead"),
    "opinion": ("○", "muted", "What can be said"),
    "version-dependent": ("↻", "x", "Say instead"),
    "needs a GPU": ("…", "bias", "Say instead"),
}
FACT = ("✓", "y", "")
CODE = HtmlFormatter(nowrap=True)
NAMED = re.compile(r"\b(S\d{3}-\d\d|F-\d\d)\b")


# --- The whole at a glance ------------------------------------------------------------------------


def count_verdicts(book: dict) -> dict[str, Counter]:
    """For every source: how many of its claims have each verdict."""
    counts = {source: Counter() for source in book["sources"]}
    for claim in book["claims"]:
        counts[claim["source"]][claim["verdict"]] += 1
    return counts


def count_all(book: dict) -> Counter:
    """How many claims have each verdict."""
    return Counter(claim["verdict"] for claim in book["claims"])


def draw_verdicts(book: dict) -> None:
    """Show one bar for each source, cut into its verdicts, each with its sign and number."""
    counts = count_verdicts(book)
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    names = [source["short"] for source in book["sources"].values()]
    look = {
        verdict: {"facecolor": COLORS[color] + "33", "edgecolor": COLORS[color]}
        for verdict, (_, color, _) in VERDICTS.items()
    }
    for row, of_source in enumerate(counts.values()):
        left = 0
        for verdict, (sign, *_) in VERDICTS.items():
            if number := of_source[verdict]:
                ax.barh(row, number, left=left, height=0.62, **look[verdict])
            if number > 2:  # else its number would not fit
                text = f"{sign} {number}" if number > 5 else number
                ax.text(left + number / 2, row, text, ha="center", va="center")
            left += number
    boxes = [
        Patch(label=f"{sign} {verdict}", **look[verdict])
        for verdict, (sign, *_) in VERDICTS.items()
    ]
    ax.set(yticks=range(len(names)), yticklabels=names, xlabel="claims", xlim=0)
    ax.invert_yaxis()
    ax.tick_params(axis="y", length=0)
    fig.legend(handles=boxes, loc="outside upper center", ncols=3, columnspacing=1.2)
    said = "; ".join(
        f"{source['short']}: "
        + ", ".join(f"{of_source[verdict]} {verdict}" for verdict in VERDICTS if of_source[verdict])
        for source, of_source in zip(book["sources"].values(), counts.values(), strict=True)
    )
    show(
        fig,
        alt=f"One bar for each article, as long as it has claims, cut into verdicts. {said}.",
        caption="Every claim of the five articles, by verdict.",
    )


def show_contradictions(book: dict) -> None:
    """Show where the articles disagree, who is right, and the claims whose proofs decide it."""
    rows = []
    for row in book["contradictions"]:
        one, other = (_said(book, row[side]) for side in ("one", "other"))
        decides = ", ".join(f"{_to_claim(name)}" for name in row["decides"])
        rows.append(
            f'<tr><th scope="row">{_words(row["about"])}</th><td>{one}</td><td>{other}</td>'
            f"<td>{_words(row['right'])}</td><td>{decides}</td></tr>"
        )
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("About", "One says", "Another says", "Right is", "Decided by")
    )
    _show(
        '<div class="claims-table" tabindex="0" role="group" '
        'aria-label="Table of contradictions: scrolls sideways on a narrow screen">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>",
        "\n".join(f"{row['about']}: {row['right']}" for row in book["contradictions"]),
    )


def _said(book: dict, side: dict) -> str:
    sources = ", ".join(html.escape(book["sources"][name]["short"]) for name in side["sources"])
    return _words(side["says"]) + (f"<small>{sources}</small>" if sources else "")


def show_filter(book: dict) -> None:
    """Show the choice of verdict and topic; it stays hidden where there are no scripts."""
    verdicts = {name: f"{sign} {name}" for name, (sign, *_) in VERDICTS.items()}
    verdicts["fact"] = f"{FACT[0]} fact, in no article"
    _show(
        '<form class="claims-filter" hidden>'
        + _select("verdict", "Verdict", verdicts)
        + _select("topic", "Topic", book["topics"])
        + '<button type="reset">Show all</button>'
        + '<p class="claims-status" role="status"></p></form>',
        "(A filter by verdict and topic, in the built book.)",
    )


def _select(name: str, label: str, options: dict[str, str]) -> str:
    choices = "".join(
        f'<option value="{html.escape(value)}">{html.escape(text)}</option>'
        for value, text in options.items()
    )
    return (
        f'<label>{label} <select name="{name}" autocomplete="off">'
        f'<option value="">all</option>{choices}</select></label>'
    )


# --- One claim after another ----------------------------------------------------------------------


def show_claims(book: dict, outcomes: dict[str, proofs.Outcome], source: str | None) -> None:
    """Show all claims of one source, or the facts where `source` is None."""
    if source is None:
        entries, head = book["facts"], ""
    else:
        entries = [claim for claim in book["claims"] if claim["source"] == source]
        counts = count_verdicts(book)[source]
        said = ", ".join(f"{counts[name]} {name}" for name in VERDICTS if counts[name])
        title, date = (html.escape(str(book["sources"][source][key])) for key in ("title", "date"))
        head = f'<p class="claims-source"><cite>{title}</cite> ({date}): {said}.</p>'
    body = "".join(_claim(book, entry, outcomes.get(entry["id"])) for entry in entries)
    nothing = '<p class="claims-none" hidden>None of these fits the filter.</p>'
    _show(f'{head}<div class="claims">{body}{nothing}</div>', f"({len(entries)} claims)")


def _claim(book: dict, entry: dict, outcome: proofs.Outcome | None) -> str:
    verdict = entry.get("verdict", "fact")
    sign, _, label = VERDICTS.get(verdict, FACT)
    parts = [
        f'<p class="claim-head"><span class="claim-verdict"><span aria-hidden="true">{sign}</span> '
        f"{verdict}</span> <span>{entry['id']}</span> "
        f"<span>{html.escape(book['topics'][entry['topic']])}</span></p>",
        f'<h3 class="claim-text">{_words(entry["claim"])}</h3>',
    ]
    if verdict == "true":
        parts.append(f"<p>{_words(entry['happens'])} {_words(entry['instead'])}</p>")
    else:
        parts.append(f"<p>{_words(entry['happens'])}</p>")
    if label:
        parts.append(f"<p><strong>{label}:</strong> {_words(entry['instead'])}</p>")
    if "opinion" in entry:
        parts.append(f"<p><strong>Why there is no verdict:</strong> {_words(entry['opinion'])}</p>")
    if outcome is not None:
        parts.append(_proof(entry, outcome))
    # Both false and misleading claims are linked from the very sentence that decides them.
    where = "Taught in" if verdict in ("false", "misleading") else "More in"
    parts.append(f'<p class="claim-page">{where} {_link_to(entry["page"])}</p>')
    return (
        f'<article class="claim" id="claim-{entry["id"].lower()}" '
        f'data-verdict="{verdict}" data-topic="{entry["topic"]}">{"".join(parts)}</article>'
    )


def _proof(entry: dict, outcome: proofs.Outcome) -> str:
    summary = "What can be run" if "opinion" in entry else "Proof"
    code = highlight(entry["proof"], PythonLexer(), CODE).rstrip()
    output = html.escape(proofs.text_of(outcome))
    return (
        f"<details><summary>{summary}<span class='sr-only'> of {entry['id']}</span></summary>"
        f'<div class="highlight"><pre>{code}</pre></div>'
        f'<p class="claim-label">{"Not run" if outcome.skipped else "It gives"}</p>'
        f'<pre class="claim-output">{output}</pre></details>'
    )


def _link_to(page: str) -> str:
    file, _, anchor = page.partition("#")
    address = f"../{file.removesuffix('.md')}.html" + (f"#{anchor}" if anchor else "")
    return f'<a href="{html.escape(address)}">{_words(title_of(file))}</a>'


@lru_cache
def title_of(file: str) -> str:
    """The title of a page of the book, as it stands in its first heading."""
    path = BOOK / file
    if not path.is_file():  # linearbook.claims warns of it, which fails the strict build
        return file
    return re.search(r"^# (.+)$", path.read_text(encoding="utf8"), re.M)[1]


def show_tools() -> None:
    """Show the source of what proofs may use besides torch."""
    source = "\n\n".join(inspect.getsource(tool) for tool in proofs.TOOLS)
    code = highlight(source, PythonLexer(), CODE).rstrip()
    _show(
        "<details class='claims-tools'><summary>Show the source of these functions</summary>"
        f'<div class="highlight"><pre>{code}</pre></div></details>',
        source,
    )


# --- Text -----------------------------------------------------------------------------------------


def _words(text: str) -> str:
    """Text of claims.yml as HTML: `code`, *emphasis*, and links to the claims that it names."""
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*([^*\s][^*]*)\*", r"<em>\1</em>", text)
    return NAMED.sub(lambda match: _to_claim(match[1]), text)


def _to_claim(name: str) -> str:
    return f'<a href="#claim-{name.lower()}">{name}</a>'


def _show(markup: str, plain: str) -> None:
    display({"text/html": markup, "text/plain": plain}, raw=True)
