"""The `progress` directive: which questions of the book a reader has answered, and how well.

    :::{progress}
    :::

The page gets the list of the book's pages that ask something, in reading order, with the names of
their questions; `progress.js` fills in what `quiz.js` has kept in the reader's browser. Nothing
leaves it. With scripts off there is nothing to show, and the page says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from linearbook.quiz import quiz_names

SCRIPT = "progress.js"


class progress(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """Where the reader's progress shows; `pages` is set once all pages are read."""


class Progress(SphinxDirective):
    def run(self) -> list[nodes.Node]:
        pages_with_progress(self.env).add(self.env.docname)
        return [progress()]


def pages_with_progress(env: BuildEnvironment) -> set[str]:
    if not hasattr(env, "linearbook_progress"):
        env.linearbook_progress = set()
    return env.linearbook_progress


def forget_page(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    pages_with_progress(env).discard(docname)


def merge_pages(
    app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment
) -> None:
    pages_with_progress(env).update(pages_with_progress(other) & set(docnames))


def written_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """What shows the book's questions changes when any page does."""
    return sorted(pages_with_progress(env))


def in_reading_order(env: BuildEnvironment) -> Iterator[str]:
    """The pages from the first to the last, as the arrows at their ends lead."""
    page, following = env.config.root_doc, env.collect_relations()
    while page:
        yield page
        page = following.get(page, [None, None, None])[2]


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in doctree.findall(progress):
        names = quiz_names(app.env)
        node["pages"] = [
            {
                "title": app.env.titles[page].astext(),
                "url": app.builder.get_relative_uri(docname, page),
                "questions": [f"quiz-{name}" for name in names[page]],
            }
            for page in in_reading_order(app.env)
            if names.get(page)
        ]


def visit_html(self: HTML5Translator, node: progress) -> None:
    pages = json.dumps(node["pages"], separators=(",", ":")).replace("<", "\\u003c")
    self.body.append(
        '<div class="progress-board">\n'
        "<noscript><p>Your answers are kept by a script, and scripts are off in this browser."
        "</p></noscript>\n"
        f'<script type="application/json" class="progress-pages">{pages}</script>\n'
        "</div>\n"
    )
    raise nodes.SkipNode


def visit_nothing(self: object, node: progress) -> None:
    raise nodes.SkipNode  # on paper there is no browser to remember


def add_script(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    if pagename in pages_with_progress(app.env):
        app.add_js_file(SCRIPT, loading_method="defer")


def setup(app: Sphinx) -> dict[str, object]:
    app.add_node(
        progress, html=(visit_html, None), latex=(visit_nothing, None), text=(visit_nothing, None)
    )
    app.add_directive("progress", Progress)
    app.connect("env-purge-doc", forget_page)
    app.connect("env-merge-info", merge_pages)
    app.connect("env-updated", written_again)
    app.connect("doctree-resolved", resolve)
    app.connect("html-page-context", add_script)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
