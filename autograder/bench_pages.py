"""How heavy the book's pages are and how Lighthouse scores them, beside a stock Jupyter Book.

Weights are what a first visit loads from the site, compressed as a server would: the page, its
stylesheets, its scripts and pictures. The stock book has the same pages from the same cache, in
Jupyter Book's own form; what it loads from elsewhere, MathJax, is not even counted. Lighthouse is
a program of its own (`npm install --global lighthouse`); where it is not on PATH, there are no
scores.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from linearbook.build import ONE_THREAD, PACKAGE, pages_in
from linearbook.offline_copy import find_browser

LOADED = re.compile(
    r'<(?:link\b[^>]*\brel="(?:stylesheet|preload)"[^>]*\bhref|(?:script|img)\b[^>]*\bsrc)="([^"]+)"'
)
LOADED_HREF_FIRST = re.compile(r'<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="(?:stylesheet|preload)"')
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HEAVIEST = 5  # pages that Lighthouse loads, beside the first; all of them with LIGHTHOUSE=all
# What this book sets and Jupyter Book does not.
OURS = ("site_url", "launch_links", "html_math_renderer", "html_sidebars", "html_use_index")


def pages(root: Path) -> dict[str, float]:
    """Weights in KB (1,000 bytes) and, where Lighthouse is installed, its scores of 100."""
    site = root / "_build" / "html"
    if not (site / "index.html").is_file():
        raise SystemExit("bench: no built book; run `make book` first")
    names = list(pages_in(yaml.safe_load((root / "_toc.yml").read_text(encoding="utf8"))))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        stock = build_stock(root, Path(folder))
        ours = {name: weight(site / f"{name}.html", site) / 1e3 for name in names}
        theirs = {name: weight(stock / f"{name}.html", stock) / 1e3 for name in names}
        figures = _summary("page_weight", ours) | _summary("page_weight_stock", theirs)
        chosen = names
        if os.environ.get("LIGHTHOUSE") != "all":
            chosen = [names[0], *sorted(names, key=ours.get, reverse=True)[:HEAVIEST]]
        if shutil.which("lighthouse"):
            figures |= _scores("lighthouse", site, chosen)
            figures |= _scores("lighthouse_stock", stock, chosen)
        else:
            print("bench: no `lighthouse` on PATH, so no scores; npm install --global lighthouse")
    return figures


def _summary(name: str, weights: dict[str, float]) -> dict[str, float]:
    ordered = sorted(weights.values())
    return {f"{name}_max_kb": ordered[-1], f"{name}_median_kb": ordered[len(ordered) // 2]}


def weight(page: Path, site: Path) -> int:
    """Bytes, compressed, of the page and of what the browser loads with it from the site."""
    text = page.read_text(encoding="utf8")
    addresses = set(LOADED.findall(text)) | set(LOADED_HREF_FIRST.findall(text))
    files = {page}
    for address in addresses:
        parts = urlsplit(address)
        file = (page.parent / unquote(parts.path)).resolve()
        if not parts.scheme and not parts.netloc and file.is_file():
            files.add(file)
    return sum(len(_compressed(file)) for file in files)


def _compressed(file: Path) -> bytes:
    data = file.read_bytes()
    packed = gzip.compress(data, mtime=0)
    return min(data, packed, key=len)


# --- A stock Jupyter Book -------------------------------------------------------------------------


def build_stock(root: Path, folder: Path) -> Path:
    """The same pages by `jupyter-book build`, without what this book adds; where the HTML is."""
    for name in ("book", "exercises"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "_toc.yml", folder)
    shutil.copytree(root / "_build" / ".jupyter_cache", folder / "_build" / ".jupyter_cache")
    settings = stock_settings(yaml.safe_load((root / "_config.yml").read_text(encoding="utf8")))
    (folder / "_config.yml").write_text(yaml.safe_dump(settings), encoding="utf8")
    main = "from jupyter_book.cli.main import main; main()"
    search = os.pathsep.join([str(root / PACKAGE.parent), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | ONE_THREAD | {"PYTHONPATH": search}
    environment["LINEAR_PROGRESS_FILE"] = str(folder / "progress.json")
    command = [sys.executable, "-c", main, "build", str(folder)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    site = folder / "_build" / "html"
    if not (site / "index.html").is_file():
        raise SystemExit(f"bench: the stock book was not built:\n{run.stderr[-2000:]}")
    return site


def stock_settings(settings: dict) -> dict:
    """The book's settings without its own site: what questions and claims need stays."""
    config = settings["sphinx"]["config"]
    for name in OURS:
        config.pop(name, None)
    config["extensions"] = [name for name in config["extensions"] if name != "linearbook.web"]
    settings["sphinx"]["local_extensions"].pop("linearbook.web", None)
    config.pop("html_theme_options", None)
    config["html_js_files"] = [file for file in config["html_js_files"] if "site.js" not in file]
    return settings


# --- Lighthouse -----------------------------------------------------------------------------------


def _scores(name: str, site: Path, chosen: list[str]) -> dict[str, float]:
    """The lowest score of the pages in each category."""
    lowest: dict[str, float] = {}
    with served(site, _Gzip) as address:
        for page in chosen:
            for category, score in lighthouse(f"{address}/{page}.html").items():
                key = f"{name}_{category.replace('-', '_')}_min"
                lowest[key] = min(score, lowest.get(key, 100.0))
    return lowest


def lighthouse(address: str) -> dict[str, float]:
    """Scores of 100, for a phone on a slow network, which is Lighthouse's own choice."""
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = ["lighthouse", address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": find_browser() or ""}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    categories = json.loads(run.stdout)["categories"]
    return {name: 100 * (categories[name]["score"] or 0) for name in CATEGORIES}


@contextlib.contextmanager
def served(folder: Path, handler: type[http.server.SimpleHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server on this machine that answers by ``handler`` from ``folder``."""
    answer = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Gzip(http.server.SimpleHTTPRequestHandler):
    """Compresses, as servers that publish books do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(file))
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        if re.search("text|javascript|json|xml", kind):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing is printed of what was served."""
