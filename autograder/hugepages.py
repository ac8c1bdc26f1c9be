"""Large pages for a process that forks often: a fork copies the table of all pages, and the child's
end takes it down, so both take a fraction of the time with pages five hundred times as large.

By MADV_COLLAPSE of Linux 6.1 (``madvise(2)``); elsewhere nothing happens. What the process writes
while a child shares a page is copied in small ones, so it has to be done again from time to time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from autograder.libc import words

SIZE = 2 * 2**20  # bytes, where small pages have 4 KiB; of another size the kernel makes none
COLLAPSE = 25  # MADV_COLLAPSE


class HugePages:
    """The places in this process's own memory that can be one page each."""

    def __init__(self) -> None:
        self.places: list[int] = []
        with contextlib.suppress(OSError):  # not Linux: there is no /proc
            self.places = [place for place in _candidates() if _collapse(place)]

    def renew(self) -> None:
        """Make large pages again of those that have been split since."""
        for place in self.places:
            _collapse(place)


def _collapse(place: int) -> bool:
    return words("madvise", 3)(place, SIZE, COLLAPSE) == 0


def _candidates() -> Iterator[int]:
    """Aligned addresses in memory that is writable, private and no file's."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, rights, _, _, inode, *name = line.split()
        if rights == "rw-p" and inode == "0" and (not name or name == ["[heap]"]):
            start, end = (int(edge, 16) for edge in span.split("-"))
            yield from range(-(-start // SIZE) * SIZE, end - SIZE + 1, SIZE)
