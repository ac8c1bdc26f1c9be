"""Formulas as MathML, written while the book is built: no script, nothing for a reader to wait for.

Weighed, on every formula of the book and on aligned, cases, matrices, sums and roots:

- KaTeX at build: the best-looking output of all, but its HTML is about ten times the size of
  MathML, it brings a stylesheet and several fonts, and it needs a JavaScript engine at build time.
- `latex2mathml`: pure Python, but it takes every minus for a subtraction, U( - a, a), and aligns
  columns by attributes that MathML Core, the part that browsers implement, does not have.
- `math-core`: MathML Core with the spacing of TeX, two thirds of that size, an error for what it
  does not know. This is what is used.

Browsers draw MathML with the fonts of the machine, and on many there is none with the measures that
roots, sums and tall brackets need. So pages with formulas bring one, STIX Two Math, of which
`assets` keeps the characters that the book's formulas use.
"""

from __future__ import annotations

import html
import re

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

SEVERAL_LINES = re.compile(r"(?<!\\)\\\\|(?<!\\)&")
ENVIRONMENT = re.compile(r"\\begin\{(\w+\*?)\}")
# Not numbered: Sphinx numbers what has a label, and nothing else.
NUMBERED = ("align", "equation", "gather", "multline")  # codespell:ignore multline
UNNUMBERED = {name: f"{name}*" for name in NUMBERED}


def to_mathml(latex: str, block: bool) -> str:
    """The formula as a <math> element that keeps its LaTeX for those who copy it.

    Raises math_core.LatexError for what is not LaTeX, or not known.
    """
    converter = LatexToMathML(fancy_error=False)
    source = " ".join(latex.split())
    mathml = converter.convert_with_local_state(
        _aligned(latex) if block else latex, displaystyle=block
    )
    return mathml.replace("<math", f'<math data-latex="{html.escape(source)}"', 1)


def _aligned(latex: str) -> str:
    """What Sphinx and amsmath allow and the converter does not: `split`, bare lines, numbers."""
    for name, unnumbered in UNNUMBERED.items():
        latex = re.sub(rf"\\(begin|end)\{{{name}\}}", rf"\\\1{{{unnumbered}}}", latex)
    latex = re.sub(r"\\(begin|end)\{split\}", r"\\\1{aligned}", latex)
    outside = re.sub(r"\\begin\{(\w+\*?)\}.*?\\end\{\1\}", "", latex, flags=re.S)
    if SEVERAL_LINES.search(outside) and not ENVIRONMENT.match(latex.strip()):
        latex = rf"\begin{{aligned}}{latex}\end{{aligned}}"
    return latex


def _rendered(self: HTML5Translator, node: nodes.math | nodes.math_block, block: bool) -> str:
    latex = node.astext()
    try:
        return to_mathml(latex, block)
    except LatexError as error:
        logger.warning(
            f"math: {latex!r} is not understood: {error}",
            location=node,
            type="math",
            subtype="latex",
        )
        return f"<code>{html.escape(latex)}</code>"


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    self.body.append(self.starttag(node, "span", "", CLASS="math notranslate nohighlight"))
    self.body.append(_rendered(self, node, block=False) + "</span>")
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    self.body.append(self.starttag(node, "div", CLASS="math notranslate nohighlight"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append(_rendered(self, node, block=True) + "</div>\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
