"""The promises of SECURITY.md that `confine` keeps, each tried for real in a confined child."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import confine_attempts
import pyseccomp
import pytest
from confine_attempts import ATTEMPTS

from autograder import confine, doctor, landlock, readable, selftest, syscalls
from autograder.errors import UserError

ROOT = sys.platform == "linux" and os.geteuid() == 0
ORDINARY_USER = "54321"

needs_confinement = pytest.mark.skipif(
    not selftest.run().confined,
    reason="this machine cannot confine: " + "; ".join(f.detail for f in selftest.run().missing),
)
needs_root = pytest.mark.skipif(not ROOT, reason="only root can start it as another user")

COLD = [name for name, attempt in ATTEMPTS.items() if not attempt.warm]
WARM = [name for name, attempt in ATTEMPTS.items() if attempt.warm]
QUICK = [name for name in COLD if "processor" not in name]  # these two take seconds

RUNS = {
    "as started": COLD,
    "ordinary user": ["--user", ORDINARY_USER, *QUICK],
    "warm": ["--warm"],
    "warm, ordinary user": ["--warm", "--user", ORDINARY_USER, "draw a figure", "run cells"],
    "open": ["--open"],
    "no file system of its own": ["--without", "mount", *QUICK],
    "no identity of its own": ["--without", "identity", *QUICK],
    "first Landlock": ["--abi", "1", *QUICK],
    "no filter": ["--without", "seccomp", *QUICK],
}
ONLY_ROOT = {"ordinary user", "warm, ordinary user", "no identity of its own"}

BOUNDED_SCRATCH = {"fill the scratch folder", "fill it with removed files", "make many files"}
# Outcomes that differ where a machine offers less, and are documented to.
WEAKER = {
    "no file system of its own": dict.fromkeys(BOUNDED_SCRATCH, "done")
    | ({} if ROOT else {"start many threads": "done"}),
    "no identity of its own": {"start many threads": "done"},
    "first Landlock": {"work with files": "EXDEV"},  # no moving between folders
}
# With the filter gone, what Landlock, lost rights and limits refuse by themselves.
WITHOUT_FILTER = {
    "read a file outside": "EACCES",
    "create a file outside": "EACCES",
    "link to a file outside": "EACCES",
    "leave a symbolic link": "EACCES",
    "read the environment of the parent": "EACCES",
    "run a program": "EACCES",
    "become a program": "EACCES",
    "mount something": "EPERM",
    "change the root": "EPERM",
    "trace the parent": "EPERM",
    "read the memory of the parent": "EPERM",
    "load a bpf program": "EPERM",
    "map more memory than allowed": "ENOMEM",
    "fill the scratch folder": "ENOSPC",
}
# What containers and settings of the kernel refuse to anybody.
HOST_MAY_REFUSE = {
    "become root",
    "change the root",
    "enter a user namespace",
    "handle page faults",
    "hold the parent by a descriptor",
    "load a bpf program",
    "make a handle of a file outside",
    "make an io uring",
    "make secret memory",
    "mount something",
    "read the memory of the parent",
    "trace the parent",
    "uncover the folder under scratch",
    "use the keyring",
    "watch performance counters",
    "open a netlink socket",
    "change the personality",
    "set an attribute of a file outside",  # a temporary folder in memory has none
    "use posix messages",
}


@pytest.fixture(scope="module")
def outcomes():
    """What each run of `confine_attempts` printed; all runs go on at the same time."""
    environment = os.environ | {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}
    started = {
        run: subprocess.Popen(
            [sys.executable, confine_attempts.__file__, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=environment,
        )
        for run, arguments in RUNS.items()
        if ROOT or run not in ONLY_ROOT
    }
    found = {run: process.communicate(timeout=100)[0] for run, process in started.items()}
    return {run: json.loads(output) for run, output in found.items()}


@needs_confinement
@pytest.mark.parametrize("name", COLD)
def test_learners_code_gets_what_it_should_and_no_more(outcomes, name):
    assert outcomes["as started"][name] in ATTEMPTS[name].outcomes


@needs_root
@needs_confinement
@pytest.mark.parametrize("name", QUICK)
def test_learners_code_of_an_ordinary_user_gets_no_more(outcomes, name):
    assert outcomes["ordinary user"][name] in ATTEMPTS[name].outcomes


@needs_confinement
@pytest.mark.parametrize("name", WARM)
def test_honest_work_with_torch_goes_on(outcomes, name):
    for run in outcomes:
        if run.startswith("warm") and name in outcomes[run]:
            assert outcomes[run][name] in ATTEMPTS[name].outcomes, run


@needs_confinement
@pytest.mark.parametrize("run", sorted(WEAKER))
def test_where_the_machine_offers_less_the_rest_still_holds(outcomes, run):
    if run not in outcomes:
        pytest.skip("only root can start it as another user")
    for name, outcome in outcomes[run].items():
        due = {WEAKER[run][name]} if name in WEAKER[run] else ATTEMPTS[name].outcomes
        assert outcome in due, name


@needs_confinement
@pytest.mark.parametrize("name", sorted(WITHOUT_FILTER))
def test_another_wall_stands_behind_the_filter(outcomes, name):
    assert outcomes["no filter"][name] == WITHOUT_FILTER[name]


@needs_confinement
def test_every_attempt_would_succeed_without_confinement(outcomes):
    refusals = {name for name in outcomes["open"] if "done" not in ATTEMPTS[name].outcomes}
    vacuous = {n for n in refusals if outcomes["open"][n] in ATTEMPTS[n].outcomes}
    assert vacuous <= HOST_MAY_REFUSE


DYING_PARENT = """
import os, pathlib, signal, sys, time
from autograder import confine
prepared = confine.prepare([])
child = os.fork()
if not child:
    prepared.apply(pathlib.Path(sys.argv[1]), [1])
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    os.write(1, b"%d\\n" % os.getpid())
    if sys.argv[2] == "stopped":
        os.kill(os.getpid(), signal.SIGSTOP)
    while True:
        time.sleep(60)
os.wait()
"""


@needs_confinement
@pytest.mark.parametrize("state", ["running", "stopped"])
def test_a_child_ends_with_its_parent(tmp_path, state):
    command = [sys.executable, "-c", DYING_PARENT, str(tmp_path), state]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        child = int(parent.stdout.readline())
        assert _lives(child)
        parent.kill()
    deadline = time.monotonic() + 60
    while _lives(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _lives(child)


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@needs_confinement
def test_a_step_that_fails_stops_everything(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(errno.EPERM, "not today")

    prepared = confine.prepare([])
    monkeypatch.setattr(confine.landlock, "restrict", fail)
    child = os.fork()
    if not child:
        try:
            prepared.apply(tmp_path)
        except confine.ConfineError:
            os._exit(7)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


@needs_confinement
def test_a_child_without_its_parent_runs_nothing(tmp_path):
    prepared = confine.prepare([])
    between = os.fork()
    if not between:
        child = os.fork()  # its parent is not the process that prepared
        if not child:
            try:
                prepared.apply(tmp_path)
            except confine.ConfineError:
                os._exit(7)
            finally:
                os._exit(1)
        os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    assert os.waitstatus_to_exitcode(os.waitpid(between, 0)[1]) == 7


@needs_confinement
def test_doctor_says_that_this_machine_can_confine(capsys):
    assert doctor.main() == 0
    assert "can confine" in capsys.readouterr().out


@needs_confinement
def test_the_self_test_finds_a_missing_wall(monkeypatch):
    monkeypatch.setattr(confine.syscalls, "load", lambda program, pid: None)
    missing = {finding.name for finding in selftest.run().missing}
    assert {"new processes", "sockets", "memory that no limit counts"} <= missing
    monkeypatch.undo()
    monkeypatch.setattr(confine.landlock, "restrict", lambda rules, version: None)
    missing = {finding.name for finding in selftest.run().missing}
    assert {"reading a file outside", "writing a file outside"} <= missing


@pytest.mark.parametrize(
    ("name", "replacement", "words"),
    [
        ("landlock.abi", lambda: 0, "Landlock"),
        ("syscalls.compile_filter", None, "libseccomp2"),
    ],
)
def test_where_the_kernel_cannot_confine_grading_refuses(
    monkeypatch, capsys, name, replacement, words
):
    def missing(allow_truncate):
        raise syscalls.UnsupportedError("libseccomp is not installed (libseccomp2)")

    monkeypatch.setattr(f"autograder.{name}", replacement or missing)
    with pytest.raises(UserError, match=words) as caught:
        selftest.require()
    assert "\n" not in str(caught.value) and "--unsandboxed" in str(caught.value)
    assert doctor.main() == 1
    assert "cannot confine" in capsys.readouterr().out


def test_other_systems_are_told_that_they_cannot_confine(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(UserError, match="needs Linux"):
        selftest.require()


def test_the_modules_load_where_there_is_nothing_to_confine_with():
    code = """
import sys, ctypes
sys.platform = "win32"
sys.modules.update(resource=None, fcntl=None, pyseccomp=None)
def refuse(*_, **__): raise OSError("no such library")
ctypes.CDLL = refuse
from autograder import confine, doctor, selftest
raise SystemExit(selftest.run().missing[0].detail)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1 and "needs Linux" in done.stderr, done.stderr


def test_nothing_closed_can_be_read(tmp_path):
    open_folder, course = tmp_path / "lib", tmp_path / "lib" / "a" / "course"
    course.mkdir(parents=True)
    (tmp_path / "lib" / "a" / "file").touch()
    (tmp_path / "lib" / "b").mkdir()
    (tmp_path / "lib" / "link").symlink_to(course)
    granted = set(readable._cover(open_folder, {course}))
    assert granted == {tmp_path / "lib" / "a" / "file", tmp_path / "lib" / "b"}
    assert not set(readable._cover(course / "deeper", {course}))


def test_neither_the_package_nor_other_packages_are_granted():
    granted = readable.default()
    package = Path(confine.__file__).parent
    other = Path(pytest.__file__).parent
    for path in (package, package / "checks", package / "probes", other):
        assert not any(path.is_relative_to(g) or g.is_relative_to(path) for g in granted), path
    for name in ("torch", "numpy", "matplotlib", "IPython", "PIL", "sympy"):
        assert any(path.name == name for path in granted), name
    assert any(Path(os.__file__).is_relative_to(path) for path in granted)


def test_a_folder_with_something_closed_is_not_listed(tmp_path):
    standard = Path(os.__file__).resolve().parent
    assert standard in readable.listable()
    assert standard not in readable.listable([standard / "course"])


def test_the_list_of_system_calls_has_no_unknown_names():
    every = pyseccomp.Arch.X86_64
    names = [*syscalls.ALLOWED.split(), *syscalls.POLITE, *(n for n, _ in syscalls._rules(True))]
    unknown = {name for name in names if pyseccomp.resolve_syscall(every, name) == -1}
    assert not unknown - {"fchmodat2"}  # newer than some libseccomp


def test_no_call_that_reaches_beyond_the_process_is_on_the_list():
    never = """
        vfork execve execveat ptrace process_vm_readv process_vm_writev tkill pidfd_open
        pidfd_getfd pidfd_send_signal socket connect bind listen accept accept4 sendmsg sendmmsg
        recvmsg recvmmsg setsockopt memfd_create memfd_secret userfaultfd io_uring_setup
        io_setup bpf keyctl add_key perf_event_open shmget shmat msgget semget mq_open mount
        umount2 unshare setns chroot pivot_root setuid setgid setresuid setresgid setgroups
        capset setrlimit seccomp personality chown fchown lchown fchownat link linkat symlink
        symlinkat mknod mknodat inotify_init1 fanotify_init open_by_handle_at name_to_handle_at
        setpriority ioprio_set sched_setaffinity sched_setscheduler setsid setpgid splice
        vmsplice tee sync syncfs mlock mlockall
    """
    assert not set(never.split()) & {*syscalls.ALLOWED.split(), *syscalls.POLITE}


SEEN_FROM_OUTSIDE = {
    "NoNewPrivs": {"1"},
    "Seccomp": {"2"},
    "CapInh": {"0" * 16},
    "CapBnd": {"0" * 16},
    "CapAmb": {"0" * 16},
    # DAC_READ_SEARCH at most, where only root can reach the interpreter.
    "CapPrm": {"0" * 16, "0" * 15 + "4"},
    "CapEff": {"0" * 16, "0" * 15 + "4"},
}


@needs_confinement
@pytest.mark.skipif(not ROOT, reason="CapBnd is all ones where there was nothing to drop")
def test_a_confined_child_seen_from_outside(tmp_path):
    prepared = confine.prepare([])
    (ready, said), (wait, go_on) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            prepared.apply(tmp_path, [said, wait])
            os.write(said, b"x")
            os.read(wait, 1)
        os._exit(0)
    os.read(ready, 1)
    lines = Path(f"/proc/{child}/status").read_text().splitlines()
    status = dict(line.split(":", 1) for line in lines)
    first = Path(f"/proc/{child}/oom_score_adj").read_text().strip()
    session = os.getsid(child)
    os.write(go_on, b"x")
    os.waitpid(child, 0)
    for name, values in SEEN_FROM_OUTSIDE.items():
        assert status[name].strip() in values, name
    assert "0" not in status["Uid"].split() or not prepared.new_identity
    assert first == "1000" and session == child


@needs_confinement
def test_the_filter_names_the_child_itself():
    program = syscalls.compile_filter(allow_truncate=False)
    assert program.count(b"\xee\xff\xc0\x7f" if sys.byteorder == "little" else b"\x7f\xc0\xff\xee")
    assert len(program) % 8 == 0 and len(program) // 8 < 4096  # the kernel's most instructions


def test_what_a_scratch_folder_holds_is_counted_from_outside(tmp_path):
    folder = tmp_path
    for _ in range(30):
        folder = folder / "deeper"
        folder.mkdir()
        (folder / "file").write_bytes(b"x" * 5000)
    size, count = confine.scratch_used(tmp_path, 1000)
    assert count == 60 and size >= 30 * 5000
    assert confine.scratch_used(tmp_path, 10)[1] == 10


def test_what_cannot_be_listed_does_not_stop_the_count(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()

    def refuse(path):
        raise PermissionError(errno.EACCES, "closed")

    monkeypatch.setattr(os, "scandir", refuse)
    assert confine.scratch_used(tmp_path, 10) == (0, 0)


@needs_confinement
def test_isolation_alone_limits_and_scrubs(tmp_path, monkeypatch):
    """What `--unsandboxed` still has: limits, a session, an environment, no descriptors."""
    monkeypatch.setenv("SECRET", "x")
    extra = os.open(os.devnull, os.O_RDONLY)
    child = os.fork()
    if not child:
        status = 1
        with contextlib.suppress(BaseException):
            confine.isolate(tmp_path, [], confine.Limits(memory=2**28))
            assert "SECRET" not in os.environ and os.environ["HOME"] == str(tmp_path)
            assert os.getsid(0) == os.getpid() and os.getcwd() == str(tmp_path)
            with pytest.raises(OSError):
                os.fstat(extra)
            with pytest.raises(MemoryError):
                bytearray(2**29)
            status = 0
        os._exit(status)
    os.close(extra)
    assert os.waitpid(child, 0)[1] == 0


def test_the_rights_of_each_landlock_version_are_those_of_the_kernel():
    known = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF, 7: 0xFFFF}
    for version, rights in known.items():
        assert landlock._known(landlock._FS_RIGHTS, version) == rights


def test_the_outcomes_in_the_table_are_names_that_this_system_knows():
    for attempt in ATTEMPTS.values():
        for outcome in attempt.outcomes:
            known = hasattr(errno, outcome) or hasattr(signal, outcome)
            assert known or outcome == "done" or outcome.endswith("Error")


def test_every_test_that_the_promises_name_exists():
    promises = Path(confine.__file__).with_name("SECURITY.md").read_text()
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    for name in re.findall(r"`(test_\w+)`", promises):
        assert f"def {name}(" in tests, name
    attempts = re.findall(r"`\[([^]]+)\]`", promises)
    assert attempts and set(attempts) <= set(ATTEMPTS), set(attempts) - set(ATTEMPTS)


def test_every_promise_names_tests_that_exist():
    promises = (Path(confine.__file__).parent / "SECURITY.md").read_text(encoding="utf-8")
    sources = "".join(p.read_text("utf-8") for p in Path(__file__).parent.glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", promises))
    assert named and not {name for name in named if f"def {name}(" not in sources}
    attempts = set(re.findall(r"`\[([^]`]+)\]`", promises))
    assert attempts and not attempts - set(ATTEMPTS)
    rows = re.findall(r"^\| \*\*.*\|$", promises, re.MULTILINE)
    assert rows and not [row for row in rows if not re.search(r"`(test_|\[)", row.split("|")[-2])]
