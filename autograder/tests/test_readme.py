"""The README's commands exist, and so does everything it points to."""

import re
from pathlib import Path

import pytest

from autograder import bench, cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
TARGETS = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", CODE))))
def test_a_make_target_exists(target):
    assert target in TARGETS


@pytest.mark.parametrize("name", sorted(set(re.findall(r"-m autograder ([a-z-]+)", CODE))))
def test_a_command_exists(name, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([name, "--help"])
    assert stopped.value.code == 0
    assert name in capsys.readouterr().out


@pytest.mark.parametrize("line", re.findall(r"-m autograder (\w.*?)\s*(?:#|$)", CODE, re.MULTILINE))
def test_its_arguments_are_understood(line):
    assert cli._parser().parse_args(line.split()).run


@pytest.mark.parametrize("target", ["book", "lab", "test", "release", "grade", "bench", "clean"])
def test_the_makefile_has_what_is_promised(target):
    assert target in TARGETS


def test_every_file_it_names_is_there():
    named = re.findall(
        r"\]\(([^)#:]+)\)|`((?:book|exercises|solutions|autograder)/[\w./-]*)`", README
    )
    paths = [one or other for one, other in named] + ["LICENSE", "LICENSE-TEXT", "constraints.txt"]
    assert len(paths) > 5
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_bench_parts_named_in_the_makefile_exist():
    (words,) = re.findall(r"PART=([\w, ]+) measures", (ROOT / "Makefile").read_text())
    assert set(re.split(r", | or ", words)) == set(bench.PARTS)
