"""An exercise worked through in a real JupyterLab, as a learner would: wrong first, then mended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from autograder import lab, release, sample_class
from autograder.tests.browser import PATIENCE, browser, pictured  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[2]
NAME = "02-linear-layer"
TOKEN = "learner"
WRONG = sample_class.SOURCES / "weight-in-out.py"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where JupyterLab runs as `make lab` starts it, for a learner of whom nothing is kept yet."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "exercises", home / "exercises")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    mine = {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "LINEAR_PROGRESS_FILE": str(home / "progress.json"),
    }
    arguments = [
        f"--port={port}",
        "--no-browser",
        "--allow-root",
        f"--IdentityProvider.token={TOKEN}",
    ]
    log = (home / "log.txt").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "autograder", "lab", *arguments],
        cwd=home,
        env=os.environ | mine,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        wait_for(port, server, home / "log.txt")
        yield f"http://127.0.0.1:{port}/"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        log.close()


def wait_for(port: int, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture
def page(browser):  # noqa: F811
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(1e3 * PATIENCE)
    yield page
    page.context.close()


def cell(page, words: str):
    """The code cell whose source holds ``words``."""
    found = page.locator(".jp-Notebook:visible .jp-CodeCell").filter(
        has=page.locator(".jp-InputArea-editor", has_text=words)
    )
    found.first.scroll_into_view_if_needed()
    return found.first


def run(page, words: str):
    """Run that cell; its output area."""
    this = cell(page, words)
    this.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    return this.locator(".jp-OutputArea")


def write(page, words: str, source: str) -> None:
    cell(page, words).locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(source)


def test_an_exercise_is_done_wrongly_then_mended_and_progress_moves(page, address):
    with pictured(page, "lab"):
        work_through(page, address)


def work_through(page, address: str) -> None:
    page.goto(f"{address}?token={TOKEN}")  # as the browser opens: on the start page
    link = page.get_by_role("link", name="Assignment 2: The linear layer")
    link.wait_for()
    before = page.locator(".jp-Notebook:visible .jp-OutputArea").first
    assert "0 of" in before.inner_text()
    link.click()
    run(page, "from autograder import check, progress")

    (wrong,) = sample_class.answers_in(WRONG.read_text("utf-8")).values()
    write(page, "class Linear(nn.Module)", wrong)
    run(page, "class Linear(nn.Module)")
    shown = run(page, 'check("linear-layer/forward", Linear)')
    shown.get_by_text("The weight is stored as (in, out)").first.wait_for()
    assert "not yet right" in shown.inner_text() and "Traceback" not in shown.inner_text()

    write(page, "class Linear(nn.Module)", sample_class.right_answers(ROOT)["forward"])
    run(page, "class Linear(nn.Module)")
    shown = run(page, 'check("linear-layer/forward", Linear)')
    shown.get_by_text(re.compile("passed", re.I)).first.wait_for()
    assert "stored as" not in shown.inner_text()

    shown = run(page, "progress()")
    shown.get_by_text("4 of 17 points").first.wait_for()


def test_the_start_page_lists_the_assignments_in_order(tmp_path, monkeypatch):
    monkeypatch.setenv("LINEAR_PROGRESS_FILE", str(tmp_path / "progress.json"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    nb = nbformat.read(lab.write_start_page(tmp_path), as_version=4)
    nbformat.validate(nb)
    links = re.findall(r"\]\((\S+\.ipynb)\)", nb.cells[0].source)
    names = release.assignments(ROOT)
    assert links == [f"{name}/{release.notebook_name(name)}.ipynb" for name in names]
    assert all((tmp_path / "exercises" / link).is_file() for link in links)
    points = [int(row.split("|")[4]) for row in nb.cells[0].source.splitlines() if ".ipynb" in row]
    assert points == [release.load(name, ROOT).max_points for name in names]
    (tmp_path / "progress.json").write_text(json.dumps({"linear-layer/forward": 4.0}))
    nb = nbformat.read(lab.write_start_page(tmp_path), as_version=4)
    (output,) = nb.cells[-1].outputs
    assert "02-linear-layer: 4 of 17 points" in output.data["text/plain"]
