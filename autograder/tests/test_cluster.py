"""Grading on a Dask scheduler's workers: the same marks, whatever happens to whom."""

import os
import random
import signal
import socket
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from autograder import batch, cli, cluster, release, sample_class, submissions, workers
from autograder.cluster import connect
from autograder.errors import UserError
from autograder.loopback import Processes
from autograder.tests import odd_jobs
from autograder.tests.test_resume import outcome

ROOT = Path(__file__).parents[2]
NAME = sample_class.ASSIGNMENT
SIZE = 8
WITHOUT_LANDLOCK = (sys.executable, str(Path(__file__).with_name("without_landlock.py")))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="grading is confined on Linux alone"
)


@pytest.fixture
def processes():
    with Processes() as running:
        yield running


@pytest.fixture
def two(processes):
    processes.start_workers(2)
    processes.await_workers(2)
    return processes


def hand_in(course, size=SIZE):
    sample_class.crowd(course, size, ROOT)
    (course / ".grading-key").write_bytes(b"k" * 32)
    return course


def grade(course, executor=None, **more):
    released = release.load(NAME, ROOT)
    found, _ = submissions.find(course, released)
    return batch.grade_class(released, course, found, 2, executor=executor, **more)


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    """The class as this machine grades it, by processes of its own."""
    course = hand_in(tmp_path_factory.mktemp("local"))
    grade(course)
    return outcome(course)


# ------------------------------------------------------------------------------- the same marks


@pytest.mark.parametrize("count", [2, 4])
def test_the_class_has_the_marks_of_a_local_run(processes, local, tmp_path, count):
    processes.start_workers(count)
    with connect(processes.url) as executor:
        grade(hand_in(tmp_path), executor)
    assert outcome(tmp_path) == local


def test_also_when_workers_are_killed_at_random(two, local, tmp_path):
    """After each few results one is killed, or its process that grades; others come for them."""
    chance, killed = random.Random(), []

    def done(student, result):
        pids = two.worker_pids() + two.grader_pids()
        if pids and chance.random() < 0.4 and len(killed) < 2:
            killed.append(chance.choice(pids))
            os.kill(killed[-1], signal.SIGKILL)

    hand_in(tmp_path)
    with connect(two.url) as executor:
        while not killed:
            result = grade(tmp_path, executor, done=done, regrade=True)
    assert outcome(tmp_path) == local and len(result.graded) == SIZE


def test_the_command(two, local, tmp_path, capsys):
    hand_in(tmp_path)
    command = ["grade", NAME, "--course", str(tmp_path), "--scheduler", two.url]
    assert cli.main(command) == 0
    assert f"{SIZE} submissions graded" in capsys.readouterr().out
    assert outcome(tmp_path) == local
    assert cli.main([*command, "--resume"]) == 0
    assert "nothing to do" in capsys.readouterr().out


# --------------------------------------------------------------------- whatever happens to whom


def run(tasks, folder, executor, function=odd_jobs.slowly):
    return workers.run(function, tasks, (str(folder),), 1, executor)


def test_a_scheduler_that_comes_back_is_asked_again(two, tmp_path):
    with connect(two.url, False) as executor:
        results = run(range(20), tmp_path, executor)
        found = [next(results)[0] for _ in range(4)]
        two.kill_scheduler()
        two.start_scheduler()
        two.start_workers(2)  # those of before end with their scheduler
        found += [task for task, _ in results]
    assert sorted(found) == list(range(20))


def test_workers_that_come_later_get_work_too(processes, tmp_path):
    processes.start_workers(1)
    with connect(processes.url, False) as executor:
        with closing(run(range(60), tmp_path, executor)) as results:
            pids = {next(results)[1][1]}
            processes.start_workers(1)
            end = time.monotonic() + 60
            while len(pids) < 2 and time.monotonic() < end:
                pids.add(next(results)[1][1])
        assert len(pids) == 2 and executor.jobs == 2


def test_what_a_worker_holds_that_says_nothing_is_given_to_another(tmp_path):
    with Processes(worker_ttl="3 seconds") as processes:
        processes.start_workers(2)
        processes.await_workers(2)
        with connect(processes.url, False) as executor:
            results = run(range(12), tmp_path, executor)
            found = [next(results)[0] for _ in range(3)]
            os.kill(processes.worker_pids()[0], signal.SIGSTOP)
            found += [task for task, _ in results]
    assert sorted(found) == list(range(12))


def test_few_tasks_are_in_flight(two, tmp_path):
    taken = []
    tasks = (taken.append(number) or number for number in range(20))
    with connect(two.url, False) as executor, closing(run(tasks, tmp_path, executor)) as results:
        for count, _ in enumerate(results, 1):
            assert len(taken) <= count + workers.WINDOW * 2


@pytest.mark.parametrize(
    ("function", "reason"),
    [(odd_jobs.dies, "ended with 9"), (odd_jobs.ends_worker, "1 workers died of it")],
)
def test_one_that_kills_its_worker_is_given_up_and_the_others_are_not(function, reason, tmp_path):
    with Processes(allowed_failures=0) as processes:
        processes.start_workers(2)
        with connect(processes.url, False) as executor:
            results = dict(run(range(6), tmp_path, executor, function))
    lost = results.pop(3)
    assert isinstance(lost, workers.Lost) and reason in lost
    assert results == {number: number for number in range(6) if number != 3}


def test_a_worker_with_several_threads_does_one_task_at_a_time(processes, tmp_path):
    processes.start_workers(1, threads=4)
    with connect(processes.url, False) as executor:
        assert executor.jobs == 1
        executor.jobs = 4  # as many at once as it would take
        answers = [answer for _, answer in run(range(6), tmp_path, executor, odd_jobs.alone)]
    assert answers == [True] * 6


def test_what_nobody_waits_for_is_not_asked_again(two, tmp_path):
    """It may be on its worker already, which cannot be told to leave off: so it is a short task."""
    with connect(two.url, False) as executor:
        first = executor.submit(odd_jobs.slowly, 1, str(tmp_path))
        assert first.cancel()
        assert executor.submit(odd_jobs.slowly, 0, str(tmp_path)).result(30)[0] == 0
        assert not executor._flying and not executor._dropped
        time.sleep(3 * cluster.LOOK_SECONDS)  # when the dropped ones would have been sent again
    asked = (tmp_path / "asked").read_text().split()
    assert asked.count("0") == 1 and asked.count("1") <= 1


# ------------------------------------------------------------------------------- bad input


def one_line(caught):
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def silent():
    """Takes a connection and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"tcp://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("tcp://127.0.0.1:9", "nothing in 1 s"),
        ("10.0.0.5", "missing port number"),
        ("http://127.0.0.1:8786", "unknown address scheme 'http'"),
        ("", "no URL: no Dask scheduler answers"),
        (None, "nothing in 1 s"),
    ],
)
def test_no_scheduler_answers(url, words, silent, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    hand_in(tmp_path, 1)
    url = silent if url is None else url
    assert cli.main(["grade", NAME, "--course", str(tmp_path), "--scheduler", url]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("autograder: ") and words in line and "`dask scheduler`" in line
    assert not (tmp_path / "journal").exists()


def test_no_worker_comes(processes, monkeypatch):
    monkeypatch.setattr(cluster, "NO_WORKERS_SECONDS", 1)
    said = []
    waiting = connect(processes.url, say=said.append)
    with pytest.raises(UserError, match="no worker for 0.0167 minutes") as caught, waiting:
        pass
    assert f"dask worker {processes.url} --nthreads 1" in one_line(caught)
    assert len(said) == 1 and "has no worker yet" in said[0]


def test_all_workers_go_and_none_comes(two, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "NO_WORKERS_SECONDS", 2)
    with connect(two.url, False) as executor:
        results = run(range(20), tmp_path, executor)
        next(results)
        two.workers[0].send_signal(signal.SIGTERM)  # the nannies, and so what they look after
        with pytest.raises(UserError, match="there was no worker") as caught:
            list(results)
        assert "--resume" in one_line(caught)
        with pytest.raises(UserError, match="there was no worker"):
            executor.submit(odd_jobs.double, 1, 2)


def test_a_lost_connection_loses_nothing_and_this_machine_goes_on(
    two, local, tmp_path, monkeypatch
):
    monkeypatch.setattr(cluster, "RECONNECT_SECONDS", 1)
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 2)
    seen = []

    def done(student, result):
        seen.append(student)
        if len(seen) == 4:
            two.kill_scheduler()

    hand_in(tmp_path)
    lost = pytest.raises(UserError, match="the connection is lost")
    with connect(two.url) as executor, lost as caught:
        grade(tmp_path, executor, done=done)
    assert "`--resume` without `--scheduler`" in one_line(caught)
    rest = grade(tmp_path)
    assert len(rest.graded) == SIZE - len(seen) < SIZE
    assert outcome(tmp_path) == local


def test_a_worker_with_another_version(two, tmp_path, monkeypatch):
    other = cluster.everything() | {"torch": "2.9.9"}
    monkeypatch.setattr(cluster, "everything", lambda: other)
    hand_in(tmp_path, 2)
    with connect(two.url) as executor, pytest.raises(UserError) as caught:
        grade(tmp_path, executor)
    words = one_line(caught)
    assert "worker tcp://127.0.0.1:" in words and f"on {socket.gethostname()}: torch" in words
    assert "expected 2.9.9" in words and "constraints.txt" in words


def test_a_worker_with_a_package_that_cannot_do_this(processes, tmp_path):
    old = tmp_path / "old" / "autograder"
    old.mkdir(parents=True)
    for name in ("__init__.py", "cluster_worker.py"):
        (old / name).touch()
    processes.start_workers(1, environment={"PYTHONPATH": str(old.parent)})
    with connect(processes.url) as executor, pytest.raises(UserError) as caught:
        list(run(range(2), tmp_path, executor))
    assert "a worker cannot take the work (AttributeError" in one_line(caught)


def test_a_worker_that_cannot_confine(processes, tmp_path):
    processes.start_workers(1, wrapper=WITHOUT_LANDLOCK)
    hand_in(tmp_path, 2)
    with connect(processes.url) as executor, pytest.raises(UserError) as caught:
        grade(tmp_path, executor)
    words = one_line(caught)
    assert "worker tcp://127.0.0.1:" in words and "cannot confine learners' code" in words


def test_an_error_of_the_function_is_told(two, tmp_path):
    with connect(two.url, False) as executor, pytest.raises(UserError, match="ValueError: three"):
        list(run(range(6), tmp_path, executor, odd_jobs.fails))


def test_a_class_stops_when_it_is_told_to(two, tmp_path):
    """As Ctrl-C does it: closing ends the work, and the connection goes."""
    before = threading.active_count()
    with connect(two.url, False) as executor, closing(run(range(99), tmp_path, executor)) as found:
        next(found)
    end = time.monotonic() + 20
    while threading.active_count() > before + 3 and time.monotonic() < end:
        time.sleep(0.1)
    asked = len((tmp_path / "asked").read_text().splitlines())
    time.sleep(1)
    assert asked <= len((tmp_path / "asked").read_text().splitlines()) <= asked + 2
