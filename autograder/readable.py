"""What a learner's code may read: the interpreter, the system's libraries, and a few packages.

An allow-list, because the rest of a site-packages folder may hold the checks with their answers.
Landlock grants a folder with all beneath it and cannot take anything back, so a folder that holds
something closed is granted entry by entry.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGES = ("torch", "numpy", "matplotlib", "ipython", "safetensors", "tqdm", "setuptools")
"""Distributions that may be imported, and what they require (torch's compiler: setuptools)."""

SYSTEM = """
    /usr/lib /usr/lib32 /usr/lib64 /usr/libx32 /usr/local/lib /lib /lib32 /lib64
    /usr/share/fonts /usr/local/share/fonts /usr/share/fontconfig /usr/share/zoneinfo
    /usr/share/locale /etc/fonts /etc/ld.so.cache /etc/localtime /etc/mime.types /etc/os-release
    /sys/devices/system/cpu /proc/cpuinfo
"""
"""Libraries, fonts, time zones, languages, processors; none of it is about this machine's users."""


def default(closed: Iterable[Path] = ()) -> list[Path]:
    """Files and folders to grant; nothing of ``closed`` or of this package is beneath them."""
    closed = {_real(path) for path in (*closed, Path(__file__).parent)}
    sites = {_real(path) for path in _site_folders()}
    granted: dict[Path, None] = {}
    for folder in [Path(path) for path in SYSTEM.split()] + _interpreter():
        granted.update(dict.fromkeys(_cover(_real(folder), closed | sites)))
    for path in packages(PACKAGES):
        granted.update(dict.fromkeys(_cover(_real(path), closed)))
    return list(granted)


def listable(closed: Iterable[Path] = ()) -> list[Path]:
    """Folders whose names may be listed, as the import system does, but whose files stay closed."""
    hidden = {_real(path) for path in closed}
    folders = {_real(path) for path in (*_site_folders(), *_stdlib())}
    return [
        folder
        for folder in sorted(folders)
        if folder.is_dir() and not any(path.is_relative_to(folder) for path in hidden)
    ]


def packages(names: Iterable[str]) -> list[Path]:
    """What the installed ones of ``names``, and what they require, have in site-packages."""
    todo, done, found = list(names), set(), []
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in done:
            continue
        done.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # optional, or for another platform
        found += _installed(distribution)
        todo += _requirements(distribution)
    return found


def _requirements(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    for line in distribution.requires or ():
        name = re.match(r"[\w.-]+", line)
        if name and "extra ==" not in line:
            yield name.group()


def _installed(distribution: importlib.metadata.Distribution) -> list[Path]:
    # Not `distribution.files`: it builds an object for each of torch's 15,000 files.
    record = distribution.read_text("RECORD") or ""
    tops = {line.split("/", 1)[0].split(",", 1)[0] for line in record.splitlines()}
    tops -= {"", "..", "__pycache__"}  # scripts lie outside; without its cache a file is compiled
    tops |= set((distribution.read_text("top_level.txt") or "").split())
    return [Path(distribution.locate_file(top)) for top in sorted(tops)]


def _interpreter() -> list[Path]:
    # Beside the standard library lie shared libraries (conda, pyenv).
    return [*_stdlib(), Path(sys.base_prefix) / "lib", Path(sys.base_exec_prefix) / "lib"]


def _stdlib() -> list[Path]:
    return [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")]


def _site_folders() -> list[Path]:
    folders = [sysconfig.get_path(name) for name in ("purelib", "platlib")]
    folders += site.getsitepackages()
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    folders += [sysconfig.get_path(name, vars=base) for name in ("purelib", "platlib")]
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    return [Path(folder) for folder in dict.fromkeys(folders)]


def _cover(path: Path, closed: set[Path]) -> Iterator[Path]:
    """``path``, or those of its entries, at any depth, that hold nothing of ``closed``."""
    if any(path.is_relative_to(hidden) for hidden in closed) or not os.path.exists(path):
        return
    if not any(hidden.is_relative_to(path) for hidden in closed):
        yield path
        return
    for name in sorted(os.listdir(path)):
        # A link leads elsewhere; what it leads to is granted in its own right or not at all.
        if not os.path.islink(path / name):
            yield from _cover(path / name, closed)


def _real(path: str | os.PathLike) -> Path:
    return Path(os.path.realpath(path))
