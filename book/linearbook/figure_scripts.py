"""Add the scripts of the interactive figures to the pages that have one, and to no others.

They are deferred, so no page waits for them, and they are plain scripts and not modules, which a
browser refuses to load for a page that was opened as a file.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from linearbook.interactive import kinds_in

# What a kind's own script leans on, besides explore.js.
NEEDS = {"layer": ("explore-shapes",)}


def scripts_for(kinds: list[str]) -> list[str]:
    """File names without the ending, in the order in which they must run."""
    names = ["explore"]
    for kind in kinds:
        names += [*NEEDS.get(kind, ()), f"explore-{kind}"]
    return names


def add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, object], doctree: object
) -> None:
    kinds = kinds_in(str(context.get("body", "")))
    if not kinds:
        return
    app.add_css_file("explore.css")
    for name in scripts_for(kinds):
        app.add_js_file(f"{name}.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("html-page-context", add_scripts)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
