"""The one figure style of the book, and `show`, which puts a figure on the page.

A page draws with matplotlib and ends the cell with `show(fig, alt=...)`. What the reader gets is
inline SVG: its text is text, in the page's font, and its colors are CSS variables that follow the
light and the dark theme, in the book as well as in JupyterLab.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections import Counter

import matplotlib.pyplot as plt
from IPython.display import display
from matplotlib.figure import Figure

# One color a meaning, the same on every page. The pairs keep a contrast of at least 4.5 : 1 on the
# light and on the dark page, and differ for readers with protanopia, deuteranopia or tritanopia;
# still, a figure never tells things apart by color alone.
COLORS = {
    "x": "#0a4a94",
    "weight": "#7a4010",
    "bias": "#6a24c0",
    "y": "#037a4d",
    "grad": "#8a0548",
    "accent": "#866505",
    "muted": "#616e78",
}
DARK_COLORS = {
    "x": "#3ea6ff",
    "weight": "#f5803e",
    "bias": "#cda9e9",
    "y": "#35e6a6",
    "grad": "#e37898",
    "accent": "#fede6b",
    "muted": "#c3cad1",
}

# Colors with no meaning of their own: the page's ink, its paper, and grid lines.
INK, PAPER, GRID = "#1f2328", "#ffffff", "#d0d7de"
DARK_INK, DARK_GRID = "#e6eaee", "#3b444e"
DARK_PAPER = "var(--pst-color-background,var(--jp-layout-color0,#121212))"

# Every theme-following color: what the cell draws with -> (CSS variable, color in the dark).
THEMED = {COLORS[name]: (f"--figure-{name}", DARK_COLORS[name]) for name in COLORS} | {
    INK: ("--figure-ink", DARK_INK),
    "#000000": ("--figure-ink", DARK_INK),
    PAPER: ("--figure-paper", DARK_PAPER),
    GRID: ("--figure-grid", DARK_GRID),
}

# Small on purpose: on a phone the figure shrinks to about 330 pixels, and 11-point text in a
# 5.6 inch figure is then still 9 pixels high.
STYLE = {
    "figure.figsize": (5.6, 3.3),
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.facecolor": "none",
    "axes.edgecolor": COLORS["muted"],
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": plt.cycler(color=[COLORS[k] for k in ("x", "weight", "y", "bias", "grad")]),
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "patch.edgecolor": INK,
    "text.color": INK,
    "xtick.color": COLORS["muted"],
    "xtick.labelcolor": INK,
    "ytick.color": COLORS["muted"],
    "ytick.labelcolor": INK,
    "savefig.transparent": True,
    "svg.fonttype": "none",
    "svg.hashsalt": "linear",
}
plt.rcParams.update(STYLE)

_shown: Counter[str] = Counter()


def show(fig: Figure, alt: str, caption: str | None = None) -> None:
    """Display `fig` below the cell as inline SVG that follows the theme, and close it.

    fig: a matplotlib figure, drawn with COLORS or the style's defaults.
    alt: what the picture shows, in words, for those who cannot see it.
    caption: optional text under the figure; `code` in backticks is set as code.

    Raises TypeError if `fig` is no figure, ValueError if `alt` or `caption` is missing or empty.
    """
    if not isinstance(fig, Figure):
        raise TypeError(
            f"show: expected a matplotlib Figure as the first argument, got {type(fig).__name__}; "
            "with `fig, ax = plt.subplots()`, pass `fig`"
        )
    alt = _one_line("alt", alt, "say in words what the picture shows, alt='A line that ...'")
    if caption is not None:
        caption = _one_line("caption", caption, "leave it out or write a sentence")
    markup = _figure_html(fig, alt, caption)
    plt.close(fig)
    display({"text/html": markup, "text/plain": f"[Figure: {alt}]"}, raw=True)


def _one_line(name: str, text: object, next_step: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"show: {name} must be a non-empty text, got {text!r}; {next_step}")
    return " ".join(text.split())


def _figure_html(fig: Figure, alt: str, caption: str | None) -> str:
    text = "" if caption is None else f"<figcaption>{caption_html(caption)}</figcaption>"
    svg = svg_of(fig, alt)
    return f'<figure class="linear-figure-box" style="margin:0.5em 0">{svg}{text}</figure>'


def svg_of(fig: Figure, alt: str) -> str:
    """The figure as inline SVG that follows the theme, in a box that scrolls if it is wide."""
    width, height = (round(72 * inches, 2) for inches in fig.get_size_inches())
    drawing = _unique_ids(_follow_theme(_drawing(fig)), alt)
    svg = (
        f'<svg class="linear-figure" role="img" aria-label="{html.escape(alt)}" '
        f'viewBox="0 0 {width:g} {height:g}" style="{_box(width)}">'
        f"<style>{_theme_css()}</style>{drawing}</svg>"
    )
    if width > NATURAL_WIDTH:
        # Only a wide figure can overflow on a phone, and what scrolls must take the keyboard focus.
        label = "Wide figure: scrolls sideways on a narrow screen"
        box = f'tabindex="0" role="group" aria-label="{label}" style="overflow-x:auto"'
        svg = f"<div {box}>{svg}</div>"
    return svg


NATURAL_WIDTH = 72 * STYLE["figure.figsize"][0]


def _box(width: float) -> str:
    """CSS for the size: as wide as the column allows, never so small that text is unreadable."""
    smallest = f"min-width:{0.78 * width:.0f}px;" if width > NATURAL_WIDTH else ""
    return (
        f"display:block;width:100%;max-width:{1.45 * width:.0f}px;{smallest}height:auto;"
        "margin:0 auto;font-family:inherit;stroke-linejoin:round;stroke-linecap:butt;"
        f"fill:var(--figure-ink,{INK})"
    )


def _drawing(fig: Figure) -> str:
    """What matplotlib draws, as SVG without its outer element, metadata and page-wide style."""
    out = io.StringIO()
    with plt.rc_context({key: STYLE[key] for key in STYLE if key.startswith(("svg.", "savefig."))}):
        fig.savefig(out, format="svg", metadata={"Date": None})
    svg = out.getvalue()
    svg = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    # matplotlib's own <style> would apply to every element of the page, not just to this figure.
    svg = re.sub(
        r"<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>", "", svg, flags=re.S
    )
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r"\s*\n\s*", " ", svg).replace("> <", "><").strip()
    return re.sub(r' (?:d|x|y|transform|width|height)="[^"]*"', _hundredths, svg)


def _hundredths(attribute: re.Match[str]) -> str:
    """Round coordinates: nobody sees a thousandth of a point, and a hatched area has thousands."""
    return re.sub(r"-?\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", attribute[0])


def _follow_theme(svg: str) -> str:
    """Turn known colors into CSS variables, and matplotlib's fonts into the page's."""

    def restyle(match: re.Match[str]) -> str:
        style = re.sub(r"#[0-9a-f]{6}\b", themed, match[1])
        style = re.sub(r"font-family: ([^;]*);? ?", family, style)
        return f'style="{style}"'

    def themed(match: re.Match[str]) -> str:
        color = match[0]
        return f"var({THEMED[color][0]},{color})" if color in THEMED else color

    def family(match: re.Match[str]) -> str:
        # A named font may be missing where the page is read; without a name, the page's is used.
        return "font-family: monospace; " if "mono" in match[1].lower() else ""

    return re.sub(r'style="([^"]*)"', restyle, svg)


def _theme_css() -> str:
    """Colors in the dark, where the book or JupyterLab says that it is dark.

    The light ones are the fallbacks in the drawing itself.
    """
    dark = ";".join(sorted({f"{variable}:{color}" for variable, color in THEMED.values()}))
    where = ("html[data-theme=dark]", "[data-jp-theme-light=false]", ".vscode-dark")
    return ",".join(f"{place} .linear-figure" for place in where) + f"{{{dark}}}"


def _unique_ids(svg: str, alt: str) -> str:
    """Drop ids that nothing refers to and make the others unique on the page.

    The new ids come from the drawing itself, so that the same page gives the same bytes again.
    """
    referred = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
    digest = hashlib.sha256((alt + svg).encode()).hexdigest()[:8]
    _shown[digest] += 1
    stem = f"fig-{digest}" + (f"-{_shown[digest]}" if _shown[digest] > 1 else "")
    new = {old: f"{stem}-{n}" for n, old in enumerate(sorted(referred), start=1)}

    def rename(match: re.Match[str]) -> str:
        return f' id="{new[match[1]]}"' if match[1] in new else ""

    svg = re.sub(r' id="([^"]*)"', rename, svg)
    return re.sub(r'(url\(#|href="#)([^")]+)', lambda m: m[1] + new[m[2]], svg)


def caption_html(caption: str) -> str:
    """A caption as HTML: `code` in backticks is set as code, the rest is plain text."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(caption, quote=False))
