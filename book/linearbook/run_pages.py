"""Run the cells of all pages that need it at once, one kernel a core, before Sphinx reads them.

MyST-NB runs a page when Sphinx reads it, one page after another. This runs them as soon as Sphinx
knows which pages it will read, and keeps what came out in MyST-NB's own cache under the same key,
so that MyST-NB finds every page there and runs none itself.

It is idle unless $LINEAR_BOOK_JOBS says how many kernels may run at once: `linearbook.build` sets
it, a plain `jupyter-book build` does not. Pages that measure speed are listed in the setting
`run_alone`: each of them runs by itself after the others, so that no other kernel is in its
figures. A cell that fails ends the build once all pages have run, with a report for each page in
the output folder's `reports`, where MyST-NB would put it.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from jupyter_cache.executors.utils import single_nb_execution
from myst_nb.core.execute import NotebookClientCache, create_client
from myst_nb.core.read import create_nb_reader
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.util import logging

logger = logging.getLogger(__name__)

JOBS = "LINEAR_BOOK_JOBS"  # environment variable: how many kernels at once; unset, nothing is done


@dataclass(frozen=True)
class Page:
    """A page whose cells have no outputs in the cache."""

    docname: str
    path: Path
    notebook: NotebookNode


class CellsFailed(SphinxError):
    """Cells of some pages raised an error that they are not meant to raise."""

    category = "A cell failed on"  # what Sphinx prints before the message


def run_stale_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run every page of `docnames` that is not in the cache; raises CellsFailed."""
    jobs = int(os.environ.get(JOBS) or 0)
    if not jobs:
        return
    cache = get_cache(env.mystnb_config.execution_cache_path or ".jupyter_cache")
    stale = list(_not_cached(env, docnames, cache))
    alone = [page for page in stale if page.docname in app.config.run_alone]
    together = [page for page in stale if page.docname not in app.config.run_alone]
    failed = [
        *_run(env, together, jobs, cache, Path(app.outdir)),
        *_run(env, alone, 1, cache, Path(app.outdir)),
    ]
    if failed:
        raise CellsFailed(", ".join(sorted(failed)))


def _not_cached(
    env: BuildEnvironment, docnames: Iterable[str], cache: JupyterCacheAbstract
) -> Iterator[Page]:
    """The pages that MyST-NB would run, read as it reads them; of equal pages, one."""
    seen = set()
    for docname in docnames:
        path = Path(env.doc2path(docname))
        text = path.read_text(encoding="utf8")
        reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)
        if reader is None:
            continue
        notebook = reader.read(text)
        client = create_client(notebook, str(path), env.mystnb_config, logger, reader.read_fmt)
        _, key = cache.create_hashed_notebook(notebook)
        if not isinstance(client, NotebookClientCache) or key in seen:
            continue
        seen.add(key)
        try:
            cache.match_cache_notebook(notebook)
        except KeyError:
            yield Page(docname, path, notebook)


def _run(
    env: BuildEnvironment,
    pages: list[Page],
    jobs: int,
    cache: JupyterCacheAbstract,
    out: Path,
) -> Iterator[str]:
    """Run `pages`, `jobs` at once, and keep their outputs; yields the names of those that fail."""
    with ThreadPoolExecutor(jobs) as pool:
        running = {pool.submit(_execute, env, page): page for page in pages}
        try:
            for done in as_completed(running):
                page = running[done]
                seconds, error = done.result()
                if error:
                    report = out / "reports" / f"{page.docname}.err.log"
                    report.parent.mkdir(parents=True, exist_ok=True)
                    report.write_text(error, encoding="utf8")
                    yield page.docname
                else:
                    bundle = CacheBundleIn(
                        page.notebook, str(page.path), data={"execution_seconds": seconds}
                    )
                    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # where the build is interrupted


def _execute(env: BuildEnvironment, page: Page) -> tuple[float, str]:
    """Run one page in a kernel of its own: how many seconds it took, and the error or ""."""
    settings = env.mystnb_config
    logger.info(f"{page.path}: Executing notebook")
    folder = TemporaryDirectory() if settings.execution_in_temp else nullcontext(page.path.parent)
    with folder as cwd:
        try:
            result = single_nb_execution(
                page.notebook,
                cwd=os.path.abspath(cwd),
                timeout=settings.execution_timeout,
                allow_errors=settings.execution_allow_errors,
            )
        except Exception:  # the kernel died
            return 0.0, traceback.format_exc()
    return result.time, result.exc_string or ""


def setup(app: Sphinx) -> dict[str, object]:
    app.add_config_value("run_alone", [], "", [list])
    app.connect("env-before-read-docs", run_stale_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
