"""What a page loads, and what it says about itself to search engines and where a link is shared.

Of the theme's scripts a page gets those that it uses, all deferred: none blocks the first picture.
Stylesheets become one (see `assets`). The settings, in `_config.yml`:

- `site_url`: where the book is published, "https://example.org/linear/"; empty, pages have no
  canonical link and there is no sitemap, which both need full addresses.
- `launch_links`: names of places that run notebooks, each with its address, in which {notebook}
  stands for "book/init/what-pytorch-does.ipynb"; empty, pages have no such links.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from linearbook.web import notebooks

TEMPLATES = Path(__file__).with_name("templates")
# A script, and what a page must hold to need it. Scripts that are not named here always stay.
NEEDED_BY = {
    "clipboard.min.js": 'class="highlight',
    "copybutton.js": 'class="highlight',
    "documentation_options.js": 'class="highlight',  # asked for the language by the copy button
    "design-tabs.js": "sd-tab-set",
}
# What book/_static/site.js does instead, lighter and without measuring every code block at start.
REPLACED = ("sphinx-book-theme.js", "doctools.js", "sphinx_highlight.js")
# What Sphinx writes and screen readers stumble over: roles that these elements may not have, and
# the empty corner of a table as a heading.
MENDED = (
    (re.compile(r' role="doc-(?:biblioentry|backlink)"'), ""),
    (re.compile(r' role="list"(?= class="citation-list")'), ""),
    (re.compile(r"<th[^>]*>\s*<p>\s*</p>\s*</th>"), "<td></td>"),
)
LONGEST_DESCRIPTION = 160  # characters: search engines show no more


def use_templates(app: Sphinx, config: object) -> None:
    config.templates_path = [str(TEMPLATES), *config.templates_path]


def remember_stylesheets(app: Sphinx) -> None:
    """Keep which stylesheets all pages have: these become one."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.linear_stylesheets = [css.filename for css in app.builder._css_files]


def finish_page(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Decide what the page loads and what its head says."""
    shared = set(app.linear_stylesheets)
    context["css_files"] = [css for css in context["css_files"] if css.filename not in shared]
    context["script_files"] = list(_scripts(pagename, context))
    context["body"] = mended(context.get("body") or "")
    context["has_math"] = "<math" in (context.get("body") or "")
    context["description"] = describe(doctree) if doctree else ""
    site = app.config.site_url
    context["site_url"] = site
    context["pageurl"] = urljoin(site, f"{pagename}.html") if site and doctree else None


def mended(body: str) -> str:
    for pattern, replacement in MENDED:
        body = pattern.sub(replacement, body)
    return body


def add_notebook(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Say where the page's notebook is and what can run it; a page without cells has none."""
    has_one = doctree is not None and notebooks.has_cells(Path(app.env.doc2path(pagename)))
    file = notebooks.file_of(pagename)
    links = app.config.launch_links.items() if has_one else ()
    context["notebook"] = Path(file).name if has_one else ""
    context["launch_links"] = [(name, link.replace("{notebook}", file)) for name, link in links]


def _scripts(pagename: str, context: dict) -> list:
    body = context.get("body") or ""
    for script in context["script_files"]:
        name = script.filename
        if (
            not name or Path(name).name in REPLACED
        ):  # the former: options of a search and a list of versions that are not there
            continue
        if Path(name).name in NEEDED_BY and NEEDED_BY[Path(name).name] not in body:
            continue
        attributes = dict(script.attributes)
        if not {"async", "defer", "type"} & set(attributes):
            attributes["defer"] = "defer"
        yield type(script)(name, priority=script.priority, **attributes)


def describe(doctree: nodes.document) -> str:
    """The page's first paragraph, cut at the end of a sentence or else of a word."""
    for paragraph in doctree.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section):
            text = " ".join(_plain(paragraph).split())
            if len(text) > 30:
                return shortened(text)
    return ""


def _plain(paragraph: nodes.paragraph) -> str:
    """The words of a paragraph, without the links to claims."""
    copied = paragraph.deepcopy()
    for small in list(copied.findall(nodes.inline)):
        if "claim-links" in small["classes"]:
            small.parent.remove(small)
    return copied.astext()


def shortened(text: str, limit: int = LONGEST_DESCRIPTION) -> str:
    if len(text) <= limit:
        return text
    head = text[:limit]
    sentence = re.match(r".{60,}[.!?](?= )", head)
    return sentence[0] if sentence else head.rsplit(" ", 1)[0].rstrip(",;:") + " …"


def setup(app: Sphinx) -> None:
    app.add_config_value("site_url", "", "html", [str])
    app.add_config_value("launch_links", {}, "html", [dict])
    app.connect("config-inited", use_templates)
    app.connect("builder-inited", remember_stylesheets, priority=999)
    # Before the theme's own, at 500, which leaves out the parts of a page that would be empty.
    app.connect("html-page-context", add_notebook, priority=100)
    app.connect("html-page-context", finish_page, priority=900)  # after the theme's own, at 501
