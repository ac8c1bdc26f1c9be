"""Work shared among processes: none is lost with its worker, and no worker outlives the work."""

import os
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import closing

import pytest

from autograder import workers
from autograder.tests import odd_jobs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


def alive(folder):
    """The workers that left a note in ``folder`` and have not ended."""
    found = []
    for name in os.listdir(folder):
        try:
            with open(f"/proc/{name}/stat") as file:
                state = file.read().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state not in "ZX":
            found.append(int(name))
    return found


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_gets_its_result(jobs):
    results = workers.run(odd_jobs.double, range(9), (2,), jobs)
    assert sorted(results) == [(n, 2 * n) for n in range(9)]


def test_somebody_else_s_executor_stays_open():
    with ThreadPoolExecutor(2) as executor:
        results = workers.run(odd_jobs.double, range(5), (3,), 2, executor)
        assert sorted(results) == [(n, 3 * n) for n in range(5)]
        assert executor.submit(odd_jobs.double, 2, 2).result() == 4


def test_tasks_are_taken_as_there_is_room():
    taken = []

    def tasks():
        for number in range(40):
            taken.append(number)
            yield number

    with closing(workers.run(odd_jobs.double, tasks(), (1,), 2)) as results:
        next(results)
        assert len(taken) <= 2 * workers.WINDOW + 1


def test_who_kills_its_worker_is_given_up_and_its_neighbors_are_not(tmp_path):
    results = dict(workers.run(odd_jobs.dies, range(8), (str(tmp_path),), 2))
    assert isinstance(results.pop(3), workers.Lost)
    assert results == {n: n for n in range(8) if n != 3}


class LostBetweenTwoLooks:
    """A pool that is found broken only when it is given its fifth task."""

    jobs = 2
    given = 0

    def submit(self, worker, task):
        self.given += 1
        if self.given == 5:
            raise BrokenExecutor("gone")
        future = Future()
        future.set_result(-task)
        return future

    def restart(self):
        pass


def test_a_worker_found_lost_only_when_it_is_given_more_costs_no_task():
    results = workers._drive(LostBetweenTwoLooks(), workers._Queue(range(1, 7), 2, None))
    next(results)
    assert dict(results) == {n: -n for n in range(1, 7)}


def test_an_exception_comes_out_and_ends_the_others():
    with pytest.raises(ValueError, match="three"):
        list(workers.run(odd_jobs.fails, range(8), (2,), 2))


def test_closing_ends_workers_in_the_middle_of_their_work(tmp_path):
    results = workers.run(odd_jobs.sleeps, [0, 0, 1, 1], (str(tmp_path),), 2)
    next(results)
    results.close()
    assert wait_until(lambda: not alive(tmp_path))


def test_workers_end_when_their_parent_is_killed(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    script = tmp_path / "parent.py"
    script.write_text(
        "from autograder import workers; from autograder.tests import odd_jobs\n"
        "if __name__ == '__main__':\n"
        f"    list(workers.run(odd_jobs.sleeps, [1, 1], ({str(notes)!r},), 2))\n"
    )
    with subprocess.Popen([sys.executable, script]) as parent:
        try:
            assert wait_until(lambda: len(alive(notes)) == 2)
        finally:
            parent.kill()
    assert wait_until(lambda: not alive(notes))
