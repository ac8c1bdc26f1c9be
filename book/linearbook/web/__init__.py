"""What turns the built pages into a site: light, complete in itself, and found by search engines.

A Sphinx extension in parts, each a module: `mathml` renders formulas while the book is built,
`page` decides what a page loads and says about itself, `assets` makes the one stylesheet and leaves
out of `_static` what no page uses. `search`, `found` and `notebooks` write what stands beside the
pages: an index, the entrances of the site, and every page as a notebook.
"""

from __future__ import annotations

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, object]:
    from linearbook.web import assets, found, mathml, page

    for part in (mathml, page, found, assets):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
