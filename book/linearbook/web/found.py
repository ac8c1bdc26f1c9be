"""What makes the book found: a page for addresses that lead nowhere, a map for search engines."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from sphinx.application import Sphinx

START = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{title}: open the first page.">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{canonical}">
<link rel="icon" type="image/svg+xml" href="_static/icon.svg">
</head>
<body><main><h1>{title}</h1><p><a href="{address}">Open the first page</a></p></main></body>
</html>
"""


def missing_page(app: Sphinx) -> Iterator[tuple[str, dict[str, str], str]]:
    yield "404", {"title": "No such page"}, "404.html"


def write_entrances(app: Sphinx) -> None:
    """The page at the book's own address, and with a `site_url` the sitemap."""
    out, site = Path(app.outdir), app.config.site_url
    address = f"{app.config.root_doc}.html"
    if app.config.root_doc != "index":
        page = START.format(
            title=html.escape(app.config.html_title or app.config.project),
            address=address,
            canonical=urljoin(site, address),
        )
        (out / "index.html").write_text(page, encoding="utf8")
    for name in ("sitemap.xml", "robots.txt"):
        (out / name).unlink(missing_ok=True)
    if site:
        (out / "sitemap.xml").write_text(sitemap(site, app.env.found_docs), encoding="utf8")
        (out / "robots.txt").write_text(f"User-agent: *\nSitemap: {urljoin(site, 'sitemap.xml')}\n")


def sitemap(site: str, pages: set[str]) -> str:
    addresses = [html.escape(urljoin(site, f"{page}.html")) for page in sorted(pages)]
    entries = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def setup(app: Sphinx) -> None:
    app.connect("html-collect-pages", missing_page)
