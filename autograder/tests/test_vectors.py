"""Assignment 01: what is forbidden there is found by reading, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import checks, reading
from autograder.probes import watch

CORPUS = Path(__file__).parent / "corpus" / "01-vectors"
IMPORTS = "import operator\nimport numpy as np\nimport torch\nfrom torch import linalg\n"


def found(code: str) -> list[str]:
    return reading.find([IMPORTS, code], ["dot"], watch.PRODUCTS)


SPELLED = {watch.MATMUL: "torch.matmul", "F.linear": "torch.nn.functional.linear"}


@pytest.mark.parametrize("name", watch.PRODUCTS)
def test_every_product_is_known_to_reading(name):
    assert reading.MATMUL == watch.MATMUL
    spelled = SPELLED.get(name, f"some.module.{name}")
    assert f"{name} ({spelled})" in found(f"dot = {spelled}")


def test_a_linear_of_ones_own_is_not_pytorchs():
    assert not found("def dot(u, v):\n    return mine.linear(u, v)")


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("u @ v", "@ (matmul)"),
        ("operator.matmul(u, v)", "@ (matmul)"),
        ("u.matmul(v)", "@ (matmul)"),
        ("getattr(u, 'mat' + 'mul')(v)", "@ (matmul)"),
        ("u.__rmatmul__(v)", "@ (matmul)"),
        ("torch.from_numpy(np.dot(u, v))", "dot"),
        ("linalg.vecdot(u, v)", "vecdot"),
        ("linalg.multi_dot([u[None], v[:, None]])", "multi_dot"),
        ("torch.zeros(1).addmv_(u[None], v)", "addmv"),
        ("torch.ops.aten.mv.default(u[None], v)", "mv"),
        ("eval('u @ v')", "@ (matmul)"),
    ],
)
def test_products_are_found_by_reading(expression, name):
    words = found(f"def dot(u, v):\n    return {expression}")
    assert words and all(finding.startswith(f"{name} (") for finding in words)


def test_products_are_found_under_other_names_and_in_place():
    for code in (
        "from numpy import dot as times\ndef dot(u, v): return times(u, v)",
        "times = torch.inner\ndef dot(u, v): return times(u, v)",
        "from operator import *\ndef dot(u, v): return matmul(u, v)",
        "def dot(u, v):\n    u = u[None]\n    u @= v\n    return u",
        "def dot(u, v): return helper(u, v)\nhelper = lambda a, b: a @ b",
    ):
        assert found(code), code


def test_a_comparison_in_another_cell_is_no_product():
    assert not found("def dot(u, v):\n    return (u * v).sum()\nassert dot(u, v) == u @ v")


@pytest.mark.parametrize("name", ["dot", "vecmat"])
def test_the_corpus_is_read_as_it_runs(name):
    check = checks.find(f"vectors/{name}")
    for path in sorted((CORPUS / name).glob("*/*.py")):
        source = path.read_text("utf-8")
        words = reading.find([source], [check.takes], check.forbidden)
        assert bool(words) == ("\nverdict: review\n" in source), (path.name, words)
