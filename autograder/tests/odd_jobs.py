"""What workers do in the tests of `autograder.workers`: found by name in other processes."""

import os
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
