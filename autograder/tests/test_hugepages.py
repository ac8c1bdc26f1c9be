"""A process that forks often has its memory in large pages, where the kernel makes them."""

import re
import subprocess
import sys

import pytest

PROGRAM = """
import mmap, re, sys
from pathlib import Path
from autograder import hugepages

def large():
    text = Path("/proc/self/smaps_rollup").read_text()
    return int(re.search(r"AnonHugePages: *(\\d+)", text)[1])

held = mmap.mmap(-1, 16 * 2**20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
held[:] = bytes(range(256)) * 2**16
before = large()
pages = hugepages.HugePages()
made = large() - before
pages.renew()
assert held[:] == bytes(range(256)) * 2**16, "what is in memory stays"
print(len(pages.places), made)
"""


def test_memory_is_put_into_large_pages_and_holds_what_it_held() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    places, made = map(int, re.findall(r"\d+", done.stdout))
    if not places:
        pytest.skip("NOT TESTED: this kernel makes no large pages on request")
    assert made >= 12 * 1024, f"KiB in large pages, of 16 MiB: {made}"
