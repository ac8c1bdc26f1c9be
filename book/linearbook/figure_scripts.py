"""Add the scripts of the interactive figures to the pages that have one, and to no others.

They are deferred, so no page waits for them, and they are plain scripts and not modules, which a
browser refuses to load for a page that was opened as a file.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from linearbook.interactive import kinds_in


def add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, object], doctree: object
) -> None:
    kinds = kinds_in(str(context.get("body", "")))
    if not kinds:
        return
    app.add_css_file("explore.css")
    for name in ("explore", *(f"explore-{kind}" for kind in kinds)):
        app.add_js_file(f"{name}.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, object]:
    app.connect("html-page-context", add_scripts)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
