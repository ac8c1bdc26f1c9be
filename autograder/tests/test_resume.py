"""Whatever ends a grader, the next run ends in the marks of an unbroken one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder import release, sample_class
from autograder.tests.bystanders import _descendants
from autograder.tests.test_gradebook import logical

ROOT = Path(__file__).parents[2]
NAME = sample_class.ASSIGNMENT
SIZE = 12

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="grading is confined on Linux alone"
)


def grader(course, *more):
    command = [sys.executable, "-m", "autograder", "grade", NAME, "--course", str(course)]
    return subprocess.Popen(
        [*command, "--jobs", "2", *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # as from a shell: Ctrl-C there reaches the whole group
        # Who runs these tests in the background has Ctrl-C switched off, and so would we.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    course = tmp_path_factory.mktemp("unbroken")
    sample_class.crowd(course, SIZE, ROOT)
    (course / ".grading-key").write_bytes(b"k" * 32)
    process = grader(course)
    out, _ = process.communicate()
    assert process.returncode == 0, out
    return course


@pytest.fixture
def course(tmp_path):
    sample_class.crowd(tmp_path, SIZE, ROOT)
    (tmp_path / ".grading-key").write_bytes(b"k" * 32)  # the same hidden cases in both
    return tmp_path


def outcome(course):
    return logical(course), (course / f"{NAME}.csv").read_bytes()


def graded(course):
    return len(list((course / "journal" / NAME).glob("*.json")))


def room(path):
    """What ``path`` and all below it takes of a disk, in bytes."""
    return 512 * sum(p.lstat().st_blocks for p in [path, *path.rglob("*")])


def gone(pids, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.1)
    return False


def interrupted(course, how, after):
    """Start, send ``how`` when ``after`` results are there; the processes that were there then."""
    with grader(course) as process:
        while graded(course) < after and process.poll() is None:
            time.sleep(0.01)
        time.sleep(random.random() * 0.1)
        family = _descendants(process.pid)
        os.killpg(process.pid, how) if how == signal.SIGINT else process.send_signal(how)
        out, _ = process.communicate()
    return process.returncode, out, family


def test_killed_twice_and_resumed_it_ends_in_the_same_marks(course, unbroken):
    for after in (2, 7):
        status, _, family = interrupted(course, signal.SIGKILL, after)
        assert status == -signal.SIGKILL and after <= graded(course) < SIZE
        assert gone(family), "processes outlived the grader"
    process = grader(course, "--resume")
    out, _ = process.communicate()
    assert process.returncode == 0 and f"of {SIZE} submissions are graded already" in out
    assert outcome(course) == outcome(unbroken)
    leftovers = [p for p in course.rglob(".*") if p.is_file() and p.name != ".grading-key"]
    assert leftovers == []


def test_ctrl_c_keeps_what_was_graded_and_says_so(course, unbroken):
    status, out, family = interrupted(course, signal.SIGINT, 3)
    assert status == 130 and "stopped; what was graded is recorded" in out
    assert "Traceback" not in out and gone(family)
    kept = {p: p.stat().st_mtime_ns for p in (course / "journal" / NAME).glob("*.json")}
    assert 3 <= len(kept) < SIZE
    out, _ = grader(course).communicate()
    assert f"{len(kept)} of {SIZE} submissions are graded already" in out
    assert {p: p.stat().st_mtime_ns for p in kept} == kept
    assert outcome(course) == outcome(unbroken)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to mount a small file system")
def test_a_full_disk_is_one_clear_line_and_nothing_is_lost(course, unbroken, tmp_path_factory):
    disk = tmp_path_factory.mktemp("disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", disk]).returncode:
        pytest.skip("this system mounts nothing for us")
    small = disk / "course"
    try:
        shutil.copytree(course, small)
        late = sorted((small / "submitted").iterdir())[4:]
        (small / "late").mkdir()
        for folder in late:
            folder.rename(small / "late" / folder.name)
        assert grader(small).wait() == 0
        for folder in late:
            (small / "late" / folder.name).rename(folder)
        (small / "late").rmdir()
        some = room(small / "autograded") + room(small / "journal")
        left = f"remount,size={room(small) + some}"
        subprocess.run(["mount", "-o", left, disk], check=True)
        process = grader(small)
        out, _ = process.communicate()
        assert process.returncode == 2 and "disk is full" in out.splitlines()[-1], out
        assert "Traceback" not in out
        kept = graded(small)
        assert 4 < kept < SIZE
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        process = grader(small, "--resume")
        out, _ = process.communicate()
        assert process.returncode == 0, out
        assert f"{kept} of {SIZE} submissions are graded already" in out
        assert outcome(small) == outcome(unbroken)
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def test_the_crowd_of_the_benchmark_is_what_it_says(unbroken):
    points = (unbroken / f"{NAME}.csv").read_text().splitlines()[1:]
    full = release.load(NAME, ROOT).max_points
    right = [line for line in points if line.split(",")[2] == f"{full:g}"]
    assert len(points) == SIZE and len(right) == 9
