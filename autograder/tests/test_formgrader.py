"""nbgrader's formgrader, served for real, shows our results and grades through our engine."""

import json
import os
import shutil
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from autograder import batch, journal, nbgrader_steps, release, submissions
from autograder.results import Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
NAME = "02-linear-layer"
RELEASED = release.load(NAME, ROOT)


def hand_in(course, student, data):
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True)
    (folder / "linear-layer.ipynb").write_bytes(data)


def engine(data, released, seed):
    """A stand-in for grading: what comes back from a hostile submission, and from one to review."""
    if data == b"hostile":
        return fabricated.hostile(released)
    return fabricated.result(released, [Verdict.REVIEW]), released.nb


class Formgrader:
    """The pages of a server in ``course``."""

    def __init__(self, course, scratch):
        folders = {f"JUPYTER_{kind}_DIR": scratch / kind for kind in ("CONFIG", "DATA", "RUNTIME")}
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"),
                *("--ServerApp.port=0", "--IdentityProvider.token=open"),
                "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
            ],
            cwd=course,
            env=os.environ | {name: str(path) for name, path in folders.items()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.url = self._wait_for(folders["JUPYTER_RUNTIME_DIR"])

    def _wait_for(self, runtime):
        """The address, once the server says it is there."""
        for _ in range(1_200):
            for path in runtime.glob("jpserver-*.json"):
                return json.loads(path.read_text())["url"]
            assert self.process.poll() is None, "the server ended"
            time.sleep(0.1)
        raise AssertionError("no server after two minutes")

    def __call__(self, path, method="GET"):
        request = Request(
            f"{self.url}formgrader/{path}", method=method, headers={"Authorization": "token open"}
        )
        with urlopen(request, timeout=120) as answer:
            return answer.read().decode("utf-8")

    def api(self, path, method="GET"):
        return json.loads(self(f"api/{path}", method))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with results of our own command, and one submission that has none yet."""
    place = tmp_path_factory.mktemp("place")
    for folder in ("exercises", "solutions"):
        shutil.copytree(ROOT / folder / NAME, place / folder / NAME)
    course = place / "course"
    hand_in(course, "hostile", b"hostile")
    hand_in(course, "review", b"review")
    nbgrader_steps.write_config(course)
    found, _ = submissions.find(course, RELEASED)
    batch.grade_class(RELEASED, course, found, grade=engine)
    hand_in(course, "new", b"{")
    return course


@pytest.fixture(scope="module")
def formgrader(course, tmp_path_factory):
    formgrader = Formgrader(course, tmp_path_factory.mktemp("jupyter"))
    yield formgrader
    formgrader.process.terminate()
    formgrader.process.wait(60)


def test_the_assignment_and_its_submissions_are_listed(formgrader):
    (assignment,) = formgrader.api("assignments")
    assert (assignment["name"], assignment["max_score"]) == (NAME, 17.0)
    assert assignment["num_submissions"] == 3
    assert NAME in formgrader(f"manage_submissions/{NAME}")
    listed = {row["student"]: row for row in formgrader.api(f"submissions/{NAME}")}
    assert {s: row["autograded"] for s, row in listed.items() if s != "new"} == {
        "hostile": True,
        "review": True,
    }
    assert listed["review"]["needs_manual_grade"] and not listed["hostile"]["needs_manual_grade"]


def submission(formgrader, student):
    rows = formgrader.api(f"submitted_notebooks/{NAME}/linear-layer")
    return next(row for row in rows if row["student"] == student)


def test_the_gradebook_says_who_needs_a_person(formgrader):
    assert "linear-layer" in formgrader(f"gradebook/{NAME}/linear-layer")
    row = submission(formgrader, "review")
    assert row["needs_manual_grade"] and row["score"] == 13.0


def test_a_submission_is_shown_with_verdicts_and_comments(formgrader):
    row = submission(formgrader, "review")
    page = formgrader(f"submissions/{row['id']}/")
    assert "linear-layer/forward: a person will look at this (4 points, open)" in page
    comments = formgrader.api(f"comments?submission_id={row['id']}")
    (comment,) = [c["auto_comment"] for c in comments if c["name"] == "forward"]
    assert comment.startswith("a person will look at this") and "about check-forward" in comment


class Live(HTMLParser):
    """Collects what a browser would run or load of `fabricated.ATTACK` and its kin."""

    def __init__(self):
        super().__init__()
        self.inside, self.found = "", []

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        for name, value in attributes:
            hostile = "alert(1)" in (value or "") or "evil.example" in (value or "")
            if hostile and (name.startswith("on") or name in ("href", "src", "data", "action")):
                self.found.append((tag, name, value))

    def handle_data(self, data):
        if self.inside == "script" and "alert(1)" in data:
            self.found.append(("script", data[:200]))


def test_nothing_of_a_hostile_submission_runs_in_the_instructor_s_browser(formgrader):
    page = formgrader(f"submissions/{submission(formgrader, 'hostile')['id']}/")
    live = Live()
    live.feed(page)
    assert "alert(1)" in page and live.found == []


def test_the_button_grades_through_our_engine(formgrader, course):
    answer = formgrader.api(f"submission/{NAME}/new/autograde", "POST")
    assert answer["success"], answer
    assert "new: malformed, open, of 17 points (a person has to decide)" in answer["log"]
    assert journal.read(course, NAME)["new"].verdict is Verdict.MALFORMED
    assert submission(formgrader, "new")["needs_manual_grade"]
