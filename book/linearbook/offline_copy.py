"""The built book to take along: `python -m linearbook.offline_copy pdf` or `zip`.

`zip` packs _build/html, which reads from its folder as it does from a server. `pdf` puts all pages,
in the order of the table of contents, into one document, in which links between pages lead to
places in the document, and lets Chromium print it: formulas, figures and an outline included.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import yaml

from linearbook.build import pages_in

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# The outline is made from headings; a page's own becomes the second level, below its part.
PRINT_STYLE = """
@page { size: A4; margin: 18mm 17mm; }
html { font-size: 10.5pt; }
body { display: block; }
article { break-before: page; }
.part { break-before: page; padding-top: 30vh; font-size: 2.4rem; }
.cover { padding-top: 25vh; text-align: center; }
.contents { columns: 2; }
.contents p { margin: 0.2rem 0; break-inside: avoid; }
.contents a { text-decoration: none; }
.contents strong { display: block; margin-top: 0.8rem; }
details.above-input { display: none; } /* what draws a figure, folded in on the page too */
pre { white-space: pre-wrap !important; overflow-wrap: anywhere; }
.headerlink, .copybtn, .quiz-lock, .quiz-sure { display: none !important; }
.claims-filter, .claims-tools, .progress-board { display: none !important; }
figure, .quiz-option, .admonition, tr, .claim { break-inside: avoid; }
h1, h2, h3, summary { break-after: avoid; }
details > summary { list-style: none; }
"""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m linearbook.offline_copy", description=__doc__.split("\n")[0]
    )
    parser.add_argument("kind", choices=["pdf", "zip"])
    parser.add_argument("--root", type=Path, default=ROOT, help="where _config.yml is")
    options = parser.parse_args(arguments)
    site = options.root / "_build" / "html"
    if not (site / "index.html").is_file():
        print(f"offline_copy: no built book in {site}; run `make book` first", file=sys.stderr)
        return 2
    out = options.root / "_build" / f"linear-from-the-ground-up.{options.kind}"
    if options.kind == "zip":
        write_zip(site, out)
        return _done(out)
    browser = find_browser()
    if browser is None:
        print("offline_copy: a PDF needs Chromium or Chrome: see its own site, or on Debian and "
              "Ubuntu `apt-get install chromium`", file=sys.stderr)  # fmt: skip
        return 2
    toc = yaml.safe_load((options.root / "_toc.yml").read_text(encoding="utf8"))
    write_pdf(site, toc, out, browser)
    return _done(out)


def _done(out: Path) -> int:
    print(f"{os.path.relpath(out)}: {out.stat().st_size / 1e6:.1f} MB")
    return 0


def find_browser() -> str | None:
    """The path of a Chromium or Chrome, from $CHROMIUM or the path; None if there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or (str(MACOS) if MACOS.is_file() else None)


def write_zip(site: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            inside = path.relative_to(site)
            if path.is_file() and inside.parts[0] not in ("reports", "_sources"):
                archive.write(path, PurePosixPath(out.stem, inside.as_posix()))


# --- One document ---------------------------------------------------------------------------------


def write_pdf(site: Path, toc: dict, out: Path, browser: str) -> None:
    """Print all pages of `toc` into one PDF; raises CalledProcessError if the browser fails."""
    with TemporaryDirectory() as folder:
        book = Path(folder, "book.html")
        book.write_text(one_document(site, toc), encoding="utf8")
        # Its own sandbox cannot be set up by root, as which containers run.
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            *(["--no-sandbox"] if is_root else []),
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={out}",
            book.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)


def one_document(site: Path, toc: dict) -> str:
    pages = list(pages_in(toc))
    static = site / "_static"
    styles = [static / name for name in ("linear-book.css", "math.css")]
    css = "".join(path.read_text(encoding="utf8") for path in styles if path.is_file())
    title = _title(article(site, pages[0], pages))
    body = "".join(_parts(site, toc, pages))
    return (
        '<!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{css}{PRINT_STYLE}</style></head><body>"
        f'<div class="cover"><p style="font-size:2.6rem">{title}</p></div>{body}</body></html>'
    )


def _parts(site: Path, toc: dict, pages: list[str]) -> Iterator[str]:
    """A list of contents, then for each part of the book its caption and its pages."""
    parts = [(None, [str(toc["root"])])]
    parts += [(part.get("caption"), list(pages_in(part))) for part in toc.get("parts", [])]
    articles = {page: article(site, page, pages) for page in pages}
    lines = []
    for caption, names in parts:
        lines += [f"<p><strong>{html.escape(caption)}</strong></p>"] if caption else []
        lines += [
            f'<p><a href="#{_prefix(name, pages)}">{_title(articles[name])}</a></p>'
            for name in names
        ]
    yield f'<article class="bd-article contents"><h2>Contents</h2>{"".join(lines)}</article>'
    for caption, names in parts:
        yield f'<h1 class="part">{html.escape(caption)}</h1>' if caption else ""
        yield from (articles[name] for name in names)


def article(site: Path, page: str, pages: list[str]) -> str:
    """The page's article with all that is folded open, its ids and links made for one document."""
    text = (site / f"{page}.html").read_text(encoding="utf8")
    text = re.search(r"<article class=\"bd-article[^>]*>(.*?)</article>", text, re.S)[1]
    text = re.sub(r"<details(?![^>]*\bopen)", "<details open", text)
    prefix = _prefix(page, pages)
    text = re.sub(r'(?<=\s)(id|for|aria-labelledby)="([^"]+)"', rf'\1="{prefix}-\2"', text)
    text = re.sub(r"url\(#", f"url(#{prefix}-", text)
    text = re.sub(
        r'((?:xlink:)?href)="([^"]*)"', lambda m: f'{m[1]}="{_moved(m[2], page, pages)}"', text
    )
    return f'<article class="bd-article" id="{prefix}">{_lowered(text)}</article>'


def _lowered(text: str) -> str:
    """Headings one level lower, for the captions of the parts stand above them."""
    return re.sub(r"(</?h)([1-5])\b", lambda m: f"{m[1]}{int(m[2]) + 1}", text)


def _prefix(page: str, pages: list[str]) -> str:
    return f"page-{pages.index(page)}"


def _moved(address: str, page: str, pages: list[str]) -> str:
    """Where a link of `page` leads in the one document; addresses elsewhere stay."""
    path, _, anchor = address.partition("#")
    if re.match(r"[a-z]+:", path):
        return address
    target = page
    if path:
        target = os.path.normpath(PurePosixPath(page).parent / path).removesuffix(".html")
        if target not in pages:
            return "#"
    prefix = _prefix(target, pages)
    return f"#{prefix}-{anchor}" if anchor else f"#{prefix}"


def _title(text: str) -> str:
    heading = re.search(r"<h2>(.*?)<a class=\"headerlink", text, re.S)
    return re.sub(r"<[^>]+>", "", heading[1]).strip()


if __name__ == "__main__":
    sys.exit(main())
