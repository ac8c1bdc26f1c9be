"""What workers do in the tests of `autograder.workers`: found by name in other processes."""

import os
import signal
import time
from pathlib import Path


def double(number: int, by: int) -> int:
    return number * by


def fails(number: int, by: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def dies(number: int, folder: str) -> int:
    """Three always kills its process; four does so once."""
    if number == 3:
        os._exit(9)
    once = Path(folder) / "four"
    if number == 4 and not once.exists():
        once.touch()
        os._exit(9)
    return number


def sleeps(number: int, folder: str) -> int:
    (Path(folder) / str(os.getpid())).touch()
    if number:
        time.sleep(600)
    return number


def slowly(number: int, folder: str) -> tuple[int, int]:
    """Leaves a note for each time that it is asked, and takes a while."""
    with (Path(folder) / "asked").open("a") as file:
        file.write(f"{number}\n")
    time.sleep(0.3)
    return number, os.getpid()


def ends_worker(number: int, folder: str) -> int:
    """Three always ends the process that its own process works for."""
    if number == 3:
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(600)
    return number


def alone(number: int, folder: str) -> bool:
    """Whether nobody else was at it while this was."""
    busy = Path(folder) / "busy"
    try:
        busy.touch(exist_ok=False)
    except FileExistsError:
        return False
    time.sleep(0.2)
    busy.unlink()
    return True
