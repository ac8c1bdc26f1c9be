"""Wrong programs made from a right one, mechanically: each differs from it in one small place.

Mutation testing (DeMillo, Lipton & Sayward, 1978) asks of a check whether it notices. The rules are
the slips that people make: another operator, a term or a statement left out, a transpose too many,
off by one, arguments exchanged. Nothing is run here.
"""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Change = tuple[str, ast.AST | list[ast.stmt]]  # in words, and what stands there instead


@dataclass(frozen=True)
class Mutant:
    """A program and how it came to be."""

    what: str  # "`+` becomes `-`"
    line: int  # where, in the source that was given
    change: str  # the lines that differ: "- before" and "+ after"; no other mutant has the same
    source: str


def mutants(source: str) -> list[Mutant]:
    """All programs that differ from ``source`` in one place, in the order of its lines.

    They are written as `ast.unparse` writes them, so that comments and layout play no part. Each
    differs from ``source`` and from the others. Raises SyntaxError where ``source`` is no Python.
    """
    tree = ast.parse(source)
    before = ast.unparse(tree)
    found: dict[str, tuple[str, int]] = {}
    for place in list(_places(tree)):
        node = place.node
        for what, instead in _changes(node, place):
            after = place.with_(instead, tree)
            if after != before:
                found.setdefault(after, (what, node.lineno))
    return _with_changes(before, found)


def _with_changes(before: str, found: dict[str, tuple[str, int]]) -> list[Mutant]:
    """The mutants, each with as many lines around its change as set it apart from the others."""
    made: dict[str, Mutant] = {}
    for after, (what, line) in found.items():
        around = 0
        while (change := _difference(before, after, around)) in made:
            around += 1
        made[change] = Mutant(what, line, change, after)
    return sorted(made.values(), key=lambda mutant: mutant.line)


def _difference(before: str, after: str, around: int) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=around, lineterm="")
    kept = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in kept)


# ---------------------------------------------------------------------------- places


@dataclass(frozen=True)
class _Place:
    """Where a node hangs: ``owner.field``, or an item of it."""

    owner: ast.AST
    field: str
    index: int | None
    parameters: tuple[str, ...]  # of the function around it

    @property
    def node(self) -> ast.AST:
        value = getattr(self.owner, self.field)
        return value if self.index is None else value[self.index]

    def with_(self, instead: ast.AST | list[ast.stmt], tree: ast.AST) -> str:
        """The program with something else here; the tree itself is left as it was."""
        old = getattr(self.owner, self.field)
        if self.index is None:
            new = instead
        else:
            items = instead if isinstance(instead, list) else [instead]
            new = [*old[: self.index], *items, *old[self.index + 1 :]]
            if not new and self.field == "body":
                new = [ast.Pass()]
        setattr(self.owner, self.field, new)
        try:
            return ast.unparse(ast.fix_missing_locations(tree))
        finally:
            setattr(self.owner, self.field, old)


# What is said in an error or a comment is not judged, and types are only hints.
_NOT_JUDGED = {("Raise", "cause"), ("arg", "annotation"), ("AnnAssign", "annotation")}
_NOT_JUDGED |= {(kind, "returns") for kind in ("FunctionDef", "AsyncFunctionDef")}
_PYTHONS_OWN = (ast.expr_context, ast.operator, ast.cmpop, ast.boolop, ast.unaryop, ast.JoinedStr)


def _places(node: ast.AST, parameters: tuple[str, ...] = ()) -> Iterator[_Place]:
    """All statements and expressions in ``node`` that may be changed."""
    if isinstance(node, ast.FunctionDef):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        parameters = tuple(a.arg for a in arguments if a.arg != "self")
    for field, value in ast.iter_fields(node):
        if (type(node).__name__, field) in _NOT_JUDGED:
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or isinstance(child, _PYTHONS_OWN):
                continue
            if _is_text(child):
                continue
            if isinstance(child, (ast.stmt, ast.expr)):
                yield _Place(node, field, index, parameters)
            if not isinstance(child, ast.Raise):
                yield from _places(child, parameters)


def _is_text(node: ast.AST) -> bool:
    """Whether it is a statement that only says something."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.AST, place: _Place) -> Iterator[Change]:
    """What may stand in the place of ``node``."""
    for kind, rules in _RULES.items():
        if isinstance(node, kind):
            for rule in rules:
                yield from rule(node, place)


# ---------------------------------------------------------------------------- operators

_OTHER_OPERATOR = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.MatMult: ast.Mult, ast.Pow: ast.Mult, ast.FloorDiv: ast.Mod, ast.Mod: ast.FloorDiv,
}  # fmt: skip
_OTHER_COMPARISONS = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
}  # fmt: skip
_SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**",
    ast.FloorDiv: "//", ast.Mod: "%", ast.Eq: "==", ast.NotEq: "!=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in", ast.Lt: "<", ast.LtE: "<=",
    ast.Gt: ">", ast.GtE: ">=", ast.And: "and", ast.Or: "or",
}  # fmt: skip


def _becomes(old: type, new: type) -> str:
    return f"`{_SIGNS[old]}` becomes `{_SIGNS[new]}`"


def _operators(node: ast.BinOp, place: _Place) -> Iterator[Change]:
    old = type(node.op)
    if new := _OTHER_OPERATOR.get(old):
        yield _becomes(old, new), ast.BinOp(node.left, new(), node.right)
    if old not in (ast.Add, ast.Mult):
        yield (
            f"sides of `{_SIGNS.get(old, '?')}` exchanged",
            ast.BinOp(node.right, node.op, node.left),
        )
    yield f"`{_SIGNS.get(old, '?')}` and its right side dropped", node.left
    yield f"`{_SIGNS.get(old, '?')}` and its left side dropped", node.right


def _transposes(node: ast.BinOp, place: _Place) -> Iterator[Change]:
    if isinstance(node.op, ast.MatMult):
        left, right = (ast.Attribute(side, "T", ast.Load()) for side in (node.left, node.right))
        yield "left side of `@` transposed", ast.BinOp(left, node.op, node.right)
        yield "right side of `@` transposed", ast.BinOp(node.left, node.op, right)


def _comparisons(node: ast.Compare, place: _Place) -> Iterator[Change]:
    for i, operator in enumerate(node.ops):
        for new in _OTHER_COMPARISONS[type(operator)]:
            operators = [*node.ops[:i], new(), *node.ops[i + 1 :]]
            yield (
                _becomes(type(operator), new),
                ast.Compare(node.left, operators, node.comparators),
            )


def _connectives(node: ast.BoolOp, place: _Place) -> Iterator[Change]:
    new = ast.Or if isinstance(node.op, ast.And) else ast.And
    yield _becomes(type(node.op), new), ast.BoolOp(new(), node.values)
    for i in range(len(node.values)):
        left = node.values[:i] + node.values[i + 1 :]
        yield "a condition dropped", left[0] if len(left) == 1 else ast.BoolOp(node.op, left)


def _signs(node: ast.UnaryOp, place: _Place) -> Iterator[Change]:
    yield "`not` dropped" if isinstance(node.op, ast.Not) else "sign dropped", node.operand


def _choices(node: ast.IfExp, place: _Place) -> Iterator[Change]:
    yield "condition negated", ast.IfExp(_negated(node.test), node.body, node.orelse)
    yield "first branch always", node.body
    yield "second branch always", node.orelse


def _negated(test: ast.expr) -> ast.expr:
    return test.operand if isinstance(test, ast.UnaryOp) else ast.UnaryOp(ast.Not(), test)


# ---------------------------------------------------------------------------- values


def _constants(node: ast.Constant, place: _Place) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} becomes {not value}", ast.Constant(not value)
    elif isinstance(value, (int, float)):
        for new in dict.fromkeys((value + 1, value - 1, 2 * value)):
            yield f"{value} becomes {new}", ast.Constant(new)
    elif isinstance(value, str):
        yield "text changed", ast.Constant(value + "?")


# What is easily taken for the other.
_PAIRS = {
    "in_features": "out_features", "out_features": "in_features", "weight": "bias",
    "bias": "weight", "running_mean": "running_var", "running_var": "running_mean",
    "sum": "mean", "mean": "sum", "min": "max", "max": "min", "any": "all", "all": "any",
    "sqrt": "rsqrt", "rsqrt": "sqrt", "square": "abs", "var": "std", "std": "var",
    "zeros": "ones", "ones": "zeros", "randn": "rand", "rand": "randn", "modules": "children",
    "parameters": "buffers", "uniform_": "normal_", "normal_": "uniform_", "copy_": "add_",
    "zero_": "detach_", "train": "eval", "eval": "train", "ReLU": "Identity", "relu": "sigmoid",
    "append": "extend", "T": "mT", "mT": "T",
}  # fmt: skip
_LIBRARIES = {"torch", "nn", "F", "math", "np", "numpy", "init", "functional", "optim", "linalg"}


def _attributes(node: ast.Attribute, place: _Place) -> Iterator[Change]:
    if node.attr in ("T", "mT", "H"):
        yield f"`.{node.attr}` dropped", node.value
    elif new := _PAIRS.get(node.attr):
        other = ast.Attribute(node.value, new, node.ctx)
        yield f"`{node.attr}` becomes `{new}`", other


def _names(node: ast.Name, place: _Place) -> Iterator[Change]:
    """A parameter for the next one of the same function; a built-in for its counterpart."""
    if not isinstance(node.ctx, ast.Load):
        return
    if node.id in place.parameters and len(place.parameters) > 1:
        following = place.parameters.index(node.id) + 1
        new = place.parameters[following % len(place.parameters)]
        yield f"`{node.id}` becomes `{new}`", ast.Name(new, ast.Load())
    elif node.id in ("sum", "min", "max", "any", "all"):
        new = {"sum": "len"}.get(node.id) or _PAIRS[node.id]
        yield f"`{node.id}` becomes `{new}`", ast.Name(new, ast.Load())


def _tuples(node: ast.Tuple | ast.List, place: _Place) -> Iterator[Change]:
    for i in range(len(node.elts)):
        if i + 1 < len(node.elts):
            items = [*node.elts[:i], node.elts[i + 1], node.elts[i], *node.elts[i + 2 :]]
            yield "two items exchanged", type(node)(items, node.ctx)
        if isinstance(node.ctx, ast.Load):
            yield "an item dropped", type(node)([*node.elts[:i], *node.elts[i + 1 :]], node.ctx)


def _slices(node: ast.Subscript, place: _Place) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load):
        yield "index dropped", node.value
    if isinstance(node.slice, ast.Slice):
        turned = ast.Slice(node.slice.upper, node.slice.lower, node.slice.step)
        yield "ends of a slice exchanged", ast.Subscript(node.value, turned, node.ctx)


def _comprehensions(node: ast.expr, place: _Place) -> Iterator[Change]:
    """A filter left out or turned round."""
    for i, part in enumerate(node.generators):
        for j, test in enumerate(part.ifs):
            for what, tests in (("dropped", []), ("negated", [_negated(test)])):
                new = copy.copy(node)
                other = copy.copy(part)
                other.ifs = [*part.ifs[:j], *tests, *part.ifs[j + 1 :]]
                new.generators = [*node.generators[:i], other, *node.generators[i + 1 :]]
                yield f"filter {what}", new


# ---------------------------------------------------------------------------- calls


def _calls(node: ast.Call, place: _Place) -> Iterator[Change]:
    function, args, keywords = node.func, node.args, node.keywords
    for i in range(len(args)):
        yield "an argument dropped", ast.Call(function, args[:i] + args[i + 1 :], keywords)
        if i + 1 < len(args):
            turned = [*args[:i], args[i + 1], args[i], *args[i + 2 :]]
            yield "two arguments exchanged", ast.Call(function, turned, keywords)
    for i, keyword in enumerate(keywords):
        rest = keywords[:i] + keywords[i + 1 :]
        yield f"`{keyword.arg}=` dropped", ast.Call(function, args, rest)
    if isinstance(place.owner, ast.Expr):
        return  # the statement as a whole is dropped elsewhere
    owner = function.value if isinstance(function, ast.Attribute) else None
    if owner is not None and getattr(owner, "id", getattr(owner, "attr", "")) not in _LIBRARIES:
        yield f"`.{function.attr}()` dropped", owner
    elif args and not isinstance(args[0], ast.Starred):
        yield f"`{ast.unparse(function)}` around its argument dropped", args[0]


# ---------------------------------------------------------------------------- statements


def _dropped(node: ast.stmt, place: _Place) -> Iterator[Change]:
    if place.field in ("body", "orelse", "finalbody") and not isinstance(
        node, (ast.FunctionDef, ast.ClassDef, ast.Pass, ast.Import, ast.ImportFrom)
    ):
        yield "statement dropped", []


def _withs(node: ast.With, place: _Place) -> Iterator[Change]:
    yield f"`with {ast.unparse(node.items[0])}` dropped", list(node.body)


def _tries(node: ast.Try, place: _Place) -> Iterator[Change]:
    yield "`try` dropped", list(node.body)


def _ifs(node: ast.If, place: _Place) -> Iterator[Change]:
    yield "condition negated", ast.If(_negated(node.test), node.body, node.orelse)
    yield "taken always", list(node.body)
    if node.orelse:
        yield "never taken", list(node.orelse)


def _raises(node: ast.Raise, place: _Place) -> Iterator[Change]:
    if node.exc is not None:
        yield "another exception", ast.Raise(ast.Call(ast.Name("RuntimeError"), [], []))
        yield "None returned where an error is due", ast.Return(ast.Constant(None))


def _loops(node: ast.For, place: _Place) -> Iterator[Change]:
    for what, last in (("only one round", ast.Break()), ("returns in the first round", None)):
        last = last or _last_return(place)
        if last is not None:
            yield what, ast.For(node.target, node.iter, [*node.body, last], node.orelse)


def _last_return(place: _Place) -> ast.Return | None:
    """The return at the end of the block that a statement stands in."""
    block = getattr(place.owner, place.field)
    last = block[-1] if isinstance(block, list) and block else None
    return last if isinstance(last, ast.Return) and last is not place.node else None


def _early_return(node: ast.stmt, place: _Place) -> Iterator[Change]:
    last = _last_return(place) if place.field == "body" else None
    if last is not None:
        yield "returns before this", [last, node]


def _returns(node: ast.Return, place: _Place) -> Iterator[Change]:
    if node.value is not None:
        yield "None returned", ast.Return(ast.Constant(None))


# What is the same when it is done again.
_IDEMPOTENT = {"__init__", "copy_", "fill_", "zero_", "zero_grad", "to", "train", "eval"}


def _doubled(node: ast.stmt, place: _Place) -> Iterator[Change]:
    """The statement once more: what adds up or draws shows it."""
    call = node.value if isinstance(node, ast.Expr) else None
    idempotent = isinstance(call, ast.Call) and getattr(call.func, "attr", "") in _IDEMPOTENT
    if isinstance(node, (ast.Expr, ast.AugAssign)) and place.field == "body" and not idempotent:
        yield "done twice", [node, node]


Rule = Callable[..., Iterator[Change]]
_RULES: dict[type | tuple[type, ...], tuple[Rule, ...]] = {
    ast.BinOp: (_operators, _transposes),
    ast.Compare: (_comparisons,),
    ast.BoolOp: (_connectives,),
    ast.UnaryOp: (_signs,),
    ast.IfExp: (_choices,),
    ast.Constant: (_constants,),
    ast.Attribute: (_attributes,),
    ast.Name: (_names,),
    (ast.Tuple, ast.List): (_tuples,),
    ast.Subscript: (_slices,),
    (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp): (_comprehensions,),
    ast.Call: (_calls,),
    ast.With: (_withs,),
    ast.Try: (_tries,),
    ast.If: (_ifs,),
    ast.Raise: (_raises,),
    ast.For: (_loops,),
    ast.Return: (_returns,),
    ast.stmt: (_dropped, _early_return, _doubled),
}
