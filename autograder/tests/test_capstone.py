"""Chapter 8: PyTorch's own inputs are those of the installed torch, and contracts stand apart."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import nn

import autograder
from autograder import checks, present
from autograder.checks import judge
from autograder.checks.capstone.pytorch_cases import FUNCTION, MODULE
from autograder.checks.capstone.reference import Linear, answering
from autograder.checks.core import Evidence
from autograder.probes import capstone as probes
from autograder.results import Result, Verdict
from autograder.tests.test_checks import load

CHECKS = checks.chapter_checks("capstone")
MUTANTS = sorted((Path(__file__).parent / "corpus/08-capstone").glob("*/mutants/*.py"))

# ------------------------------------------------------------------- PyTorch's inputs

# In a process of its own: importing PyTorch's test suite changes much in torch.
RECORD = """
import json
import torch
from torch import nn
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.common_modules import module_db

kind = {"device": "cpu", "dtype": torch.float64, "requires_grad": False}
modules, functions, sizes = [], [], []

def x_of(given):
    (x,) = [*given.forward_input.args, *given.forward_input.kwargs.values()]
    return x

(info,) = (entry for entry in module_db if entry.module_cls is nn.Linear)
# Many draws of each: one of them has three numbers, which may all be small for once.
draws = [info.module_inputs_func(info, training=True, **kind) for _ in range(100)]
for alike in zip(*draws):
    built = alike[0].constructor_input
    modules.append([*built.args, list(x_of(alike[0]).shape[:-1]), built.kwargs])
    sizes.append([9, max(x_of(given).abs().max().item() for given in alike)])
(entry,) = (op for op in op_db if op.name == "nn.functional.linear")
for sample in entry.sample_inputs(**kind):
    weight, bias = [*sample.args, None][:2]
    out_features, in_features = weight.shape
    assert not sample.kwargs
    functions.append([in_features, out_features, list(sample.input.shape[:-1]), bias is not None])
    sizes.append([2, weight.abs().max().item()])
print(json.dumps([modules, functions, sizes]))
"""


def test_the_recorded_inputs_are_those_of_the_installed_torch():
    command = [sys.executable, "-W", "ignore", "-c", RECORD]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    modules, functions, sizes = json.loads(run.stdout.splitlines()[-1])
    assert modules == [
        [c.in_features, c.out_features, [*c.leading], {"bias": c.bias} if c.keyword else {}]
        for c in MODULE
    ]
    assert functions == [[c.in_features, c.out_features, [*c.leading], c.bias] for c in FUNCTION]
    assert [most for most, _ in sizes] == [c.most_of_x for c in (*MODULE, *FUNCTION)]
    assert all(0.9 * most < found <= most for most, found in sizes), sizes


def result_of(candidate, seed=1, name="capstone/pytorch-inputs"):
    return autograder.evaluate(name, candidate, seed=seed)


def test_the_table_shows_what_passes_in_pytorchs_order():
    rows_only = answering(lambda layer, x: torch.mm(x, layer.weight.T) + layer.bias)
    table = result_of(rows_only).table
    assert table[0] == ["PyTorch's own inputs", "float32", "float64"]
    assert len(table) == 1 + 21
    for label, *marks in table[1:]:
        passes = re.search(r"x \(\d+, \d+\),", label) and "no bias" not in label
        assert marks == ["passes" if passes else "does not"] * 2, label


def test_the_table_tells_dtypes_apart():
    def formula(layer, x):
        return (x.float() @ layer.weight.float().T + layer.bias.float()).to(x.dtype)

    marks = [row[1:] for row in result_of(answering(formula)).table[1:4]]
    assert marks[0] == ["passes", "does not"]


def test_the_table_travels_and_is_shown():
    result = result_of(Linear)
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result
    old = {key: value for key, value in result.to_dict().items() if key != "table"}
    assert Result.from_dict(old).table == []
    assert all(row[0] in present.text(result) for row in result.table)
    assert present.card(result).count("<tr") == 22
    assert "<details" not in present.card(autograder.evaluate("capstone/options", Linear, seed=1))


def test_nothing_of_a_learners_gets_into_the_table():
    class Odd(Linear):
        def forward(self, x):
            raise ValueError("<script>")

    assert "script" not in str(result_of(Odd).table)
    assert {word for row in result_of(Odd).table[1:] for word in row[1:]} == {"does not"}


# ------------------------------------------------------------------- contracts


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_pytorchs_own_layer_keeps_every_contract(check):
    """But for being PyTorch's, which is forbidden."""
    cases = check.draw(4)
    theirs, ours = (
        [check.model_answer(kind, case) for case in cases] for kind in (nn.Linear, check.reference)
    )
    assert judge.conclude(Evidence(check, cases, theirs, ours), reveal=True).passed
    assert autograder.evaluate(check.name, nn.Linear, seed=1).verdict is Verdict.REVIEW


@pytest.mark.parametrize("path", MUTANTS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_contract_broken_alone_costs_only_what_the_corpus_says(path):
    said = re.search(r"^also: (.*)$", path.read_text("utf-8"), re.M)
    others = [check for check in CHECKS if check.name != f"capstone/{path.parts[-3]}"]
    lost = {c.name.split("/")[1] for c in others if not result_of(load(path), 4, c.name).passed}
    assert lost == set(said[1].split() if said else ())


def test_points():
    assert [check.max_points for check in CHECKS] == [4, 4, 4, 3, 3, 3, 3]


def test_pickling_refuses_what_no_module_could_hold():
    class Layer(Linear):
        def __init__(self, *args):
            super().__init__(*args)
            self.later = lambda: None

    with pytest.raises(Exception, match="lambda"):
        probes._pickled(Layer(2, 3))
