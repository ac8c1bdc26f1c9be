"""Build the book strictly: one warning, one failing cell or one figure without words, and it fails.

`python -m linearbook.build` is what `make book` runs. Jupyter Book does the work; this keeps its
caches honest, says in one line where the book is, and shows which cell failed where one did.

- Pages are executed at once, one kernel a core (run_pages.py), each on one thread: several threads
  in each of several kernels would wait for one another. The network is refused (offline/).
- Executed pages are cached by the text of their cells. The cache is dropped when what the cells run
  on changed: constraints.txt, the modules that pages import, Python, torch, numpy or matplotlib.
  Pages that show a check of the autograder run again when its code changed, and the page that runs
  the proofs of claims.yml when either changed.
- Parsed pages are cached too, and a page that is not parsed again does not warn again: after a
  build that failed, was interrupted or was not ours, all pages are parsed anew.

Exit status: 0 built, 1 not built, 2 wrong call.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import IO

import yaml

# What Sphinx runs to turn pages into HTML.
EXTENSIONS = ("alt_text.py", "claims.py", "figure_scripts.py", "progress.py", "quiz.py")
# Every other module is for pages to import.
NOT_IN_CELLS = (*EXTENSIONS, "build.py", "offline_copy.py", "run_pages.py")
HERE = Path(__file__).resolve()
OFFLINE = HERE.parent / "offline"
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}
PACKAGE = Path("book", "linearbook")  # in the repository that is built
# Sphinx has said what is wrong; Jupyter Book then raises an error of its own, for nobody to read.
JUPYTER_BOOK = """
import sys
from jupyter_book.cli.main import main
try:
    main()
except RuntimeError as error:
    if "error in building your book" not in str(error):
        raise
    sys.exit(1)
"""
RUNS_A_PAGE = re.compile(r"(\S+): Executing notebook")
# The second comes from a kernel that is told to stop when its page is done.
NOT_FOR_PEOPLE = re.compile(
    r"\[IPKernelApp\] (WARNING \| Kernel is running over TCP|ERROR \| KeyboardInterrupt caught)"
)
IMPORTS_CHECKS = re.compile(
    r"^\s*((from|import) autograder\b|from linearbook import .*\bproofs\b)", re.M
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m linearbook.build", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--fresh", action="store_true", help="run every page again, using no cache")
    parser.add_argument("--page", type=Path, help="preview this page alone, not strictly")
    parser.add_argument("--root", type=Path, default=HERE.parents[2], help="where _config.yml is")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    for name in ("_config.yml", "_toc.yml"):
        if not (root / name).is_file():
            return _refuse(f"{root} holds no {name}: expected the folder of the book's repository")
    if options.page is not None:
        return preview(root, options.page)
    if options.fresh:
        shutil.rmtree(root / "_build", ignore_errors=True)
    return build(root)


def _refuse(problem: str) -> int:
    print(f"linearbook.build: {problem}", file=sys.stderr)
    return 2


def build(root: Path) -> int:
    """Build the book strictly; returns the exit status."""
    out = root / "_build"
    state = out / "book-state.json"
    now = {"cells": cells_fingerprint(root), "checks": checks_fingerprint(root)}
    pages = pages_fingerprint(root)
    drop_what_is_stale(root, _read(state), now | {"pages": pages})
    # Written before the build and completed after it: whatever ends it early leaves it incomplete.
    out.mkdir(exist_ok=True)
    state.write_text(json.dumps(now))
    shutil.rmtree(out / "html" / "reports", ignore_errors=True)

    failed = jupyter_book([str(root), "-n", "-W", "--keep-going"], root)
    index = out / "html" / "index.html"
    if failed or not index.is_file():
        for report in failed_cells(out / "html" / "reports"):
            print(report)
        print("The book was not built: see the warnings and errors above, then run it again.")
        return 1
    remove_old_pages(root, out / "html")
    state.write_text(json.dumps(now | {"pages": pages, "parsed": _last_parsed(out)}))
    print(f"The book is built: open {os.path.relpath(index)}")
    return 0


def preview(root: Path, page: Path) -> int:
    """Build one page by itself, for its author: links to other pages stay unresolved."""
    try:
        name = page.resolve().relative_to(root).with_suffix("")
    except ValueError:
        return _refuse(f"--page {page} is not in {root}")
    if not page.is_file():
        return _refuse(f"--page {page}: no such file; expected a page such as book/setup.md")
    out = root / "_build" / ("page-" + "-".join(name.parts[1:]))
    out.mkdir(parents=True, exist_ok=True)
    toc = out / "_toc.yml"
    toc.write_text(f"format: jb-book\nroot: {name.as_posix()}\n")
    shutil.rmtree(out / "_build" / "html" / "reports", ignore_errors=True)
    status = jupyter_book([str(root), "--toc", str(toc), "--path-output", str(out), "--all"], root)
    html = out / "_build" / "html" / name.with_suffix(".html")
    for report in failed_cells(out / "_build" / "html" / "reports"):
        print(report)
    print(f"Preview of one page, not checked strictly: {os.path.relpath(html)}")
    return min(status, 1)


# --- Caches ---------------------------------------------------------------------------------------


def cells_fingerprint(root: Path) -> str:
    """What the pages' cells run on; when it changes, every page is executed again."""
    installed = [f"{name} {version(name)}" for name in ("torch", "numpy", "matplotlib")]
    modules = sorted((root / PACKAGE).glob("*.py"))
    helpers = [path for path in modules if path.name not in NOT_IN_CELLS]
    return _digest([root / "constraints.txt", *helpers], [sys.version, *installed])


def checks_fingerprint(root: Path) -> str:
    """The checks, what is recorded of them, and the proofs: the pages that show them run again."""
    code = sorted((root / "autograder").rglob("*.py"))
    checks = [path for path in code if "tests" not in path.parts]
    data = [root / "book" / "claims.yml", root / "book" / "reference" / "truth.json"]
    return _digest([*checks, *data], [])


def pages_fingerprint(root: Path) -> str:
    """What turns pages into HTML; when it changes, every page is parsed and written again."""
    static = sorted(path for path in (root / "book" / "_static").rglob("*") if path.is_file())
    settings = [root / "_config.yml", root / "_toc.yml"]
    extensions = [root / PACKAGE / name for name in EXTENSIONS]
    web = sorted(path for path in (root / PACKAGE / "web").rglob("*") if path.is_file())
    web = [path for path in web if path.suffix != ".pyc"]
    return _digest([*settings, *extensions, *web, *static], [])


def _digest(files: Iterable[Path], more: Iterable[str]) -> str:
    parts = [path.read_bytes() if path.is_file() else b"missing" for path in files]
    parts += [text.encode() for text in more]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def drop_what_is_stale(root: Path, known: dict[str, object], now: dict[str, object]) -> None:
    out = root / "_build"
    if known.get("cells") != now["cells"]:
        shutil.rmtree(out / ".jupyter_cache", ignore_errors=True)
    elif known.get("checks") != now["checks"]:
        forget_pages_with_checks(out / ".jupyter_cache")
    now = now | {"parsed": _last_parsed(out)}
    if any(known.get(key) != now[key] for key in now):
        shutil.rmtree(out / ".doctrees", ignore_errors=True)


def forget_pages_with_checks(cache: Path) -> None:
    """Remove from the execution cache the pages whose cells import the autograder or the proofs."""
    if not cache.is_dir():
        return
    from jupyter_cache import get_cache

    store = get_cache(cache)
    for record in store.list_cache_records():
        page = Path(record.uri)
        if not page.is_file() or IMPORTS_CHECKS.search(page.read_text(encoding="utf8")):
            store.remove_cache(record.pk)


def _last_parsed(out: Path) -> int:
    """When Sphinx last wrote its cache: another build than ours leaves another time."""
    pickle = out / ".doctrees" / "environment.pickle"
    return pickle.stat().st_mtime_ns if pickle.is_file() else 0


def _read(state: Path) -> dict[str, object]:
    try:
        known = json.loads(state.read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def remove_old_pages(root: Path, html: Path) -> None:
    """Remove pages that are no longer in the table of contents, so that nobody reads them."""
    wanted = set(pages_in(yaml.safe_load((root / "_toc.yml").read_text(encoding="utf8"))))
    for page in (html / "book").rglob("*.html"):
        if page.relative_to(html).with_suffix("").as_posix() not in wanted:
            page.unlink()


def pages_in(toc: object) -> Iterator[str]:
    """Every page that the parsed _toc.yml names, without its file name's ending."""
    if isinstance(toc, dict):
        for key, value in toc.items():
            if key in ("root", "file"):
                yield str(value).removesuffix(".md")
            else:
                yield from pages_in(value)
    elif isinstance(toc, list):
        for item in toc:
            yield from pages_in(item)


# --- Running Jupyter Book -------------------------------------------------------------------------


def jupyter_book(arguments: list[str], root: Path) -> int:
    """Run `jupyter-book build`, passing on its warnings and which page it runs; its exit status."""
    search = [str(OFFLINE), str(root / PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "NO_COLOR": "1",
        "LINEAR_BOOK_JOBS": str(cores()),
        # Kernels start in a folder of their own, so a relative PYTHONPATH would not do.
        "PYTHONPATH": os.pathsep.join(filter(None, search)),
        # A check that a page runs is not the reader's own progress.
        "LINEAR_PROGRESS_FILE": str(root / "_build" / "progress.json"),
        **ONE_THREAD,
    }
    process = subprocess.Popen(
        [sys.executable, "-c", JUPYTER_BOOK, "build", *arguments],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf8",
        errors="replace",
    )
    status = threading.Thread(target=_print_progress, args=(process.stdout, root))
    status.start()
    for line in process.stderr:
        if line.strip() and not NOT_FOR_PEOPLE.search(line):
            print(ANSI.sub("", line.rstrip()).replace(f"{root}{os.sep}", ""), flush=True)
    status.join()
    return process.wait()


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _print_progress(lines: IO[str], root: Path) -> None:
    for line in lines:
        page = RUNS_A_PAGE.search(ANSI.sub("", line))
        if page:
            print(f"running the cells of {os.path.relpath(page[1], root)}", flush=True)


def failed_cells(reports: Path) -> Iterator[str]:
    """For every page that failed: its name, the failing cell and the error, as text."""
    for report in sorted(reports.rglob("*.err.log")):
        page = report.relative_to(reports).as_posix().removesuffix(".err.log")
        text = ANSI.sub("", report.read_text(encoding="utf8"))
        # What comes before is the trace through the notebook client, of no use to an author.
        text = text.partition("while executing the following cell:")[2] or text
        yield f"\n=== {page}.md: this cell failed ===\n{text.strip()}\n"


if __name__ == "__main__":
    sys.exit(main())
