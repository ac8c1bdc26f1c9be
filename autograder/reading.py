"""Reads submitted code for what an exercise forbids; a person decides on what is found.

Static and without running anything: from the name that is checked, through everything in the
notebook that it leads to, to names of PyTorch. A learner's own comparison with ``nn.Linear`` in
another cell is not found, because the checked name does not lead there.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from autograder.probes.watch import MATMUL

# What each forbidden name stands for: objects, found whatever they are called in the notebook.
_OBJECTS: dict[str, tuple[str, ...]] = {
    "nn.Linear": ("torch.nn.Linear",),
    "nn.LazyLinear": ("torch.nn.LazyLinear",),
    "nn.Bilinear": ("torch.nn.Bilinear", "torch.nn.functional.bilinear", "torch.bilinear"),
    "F.linear": ("torch.nn.functional.linear",),
    "autograd": (
        "torch.autograd.grad",
        "torch.autograd.backward",
        "torch.autograd.functional",
        "torch.func.grad",
        "torch.func.grad_and_value",
        "torch.func.vjp",
        "torch.func.jvp",
        "torch.func.jacrev",
        "torch.func.jacfwd",
        "torch.func.linearize",
    ),
    MATMUL: (
        "torch.matmul",
        "torch.linalg.matmul",
        "torch.Tensor.matmul",
        "torch.Tensor.__matmul__",
        "torch.Tensor.__rmatmul__",
        "operator.matmul",
        "operator.__matmul__",
        "operator.imatmul",
        "numpy.matmul",
    ),
    "dot": ("torch.dot", "torch.Tensor.dot", "numpy.dot"),
    "vdot": ("torch.vdot", "torch.Tensor.vdot", "numpy.vdot"),
    "vecdot": ("torch.linalg.vecdot", "numpy.vecdot"),
    "inner": ("torch.inner", "torch.Tensor.inner", "numpy.inner"),
    "einsum": ("torch.einsum", "numpy.einsum"),
    "tensordot": ("torch.tensordot", "numpy.tensordot"),
    "multi_dot": ("torch.linalg.multi_dot", "torch.chain_matmul", "numpy.linalg.multi_dot"),
    "mm": ("torch.mm", "torch.Tensor.mm"),
    "mv": ("torch.mv", "torch.Tensor.mv"),
    "bmm": (
        "torch.bmm",
        "torch.Tensor.bmm",
        "torch.baddbmm",
        "torch.Tensor.baddbmm",
        "torch.addbmm",
        "torch.Tensor.addbmm",
    ),
    "addmm": ("torch.addmm", "torch.Tensor.addmm"),
    "addmv": ("torch.addmv", "torch.Tensor.addmv"),
}
_PATHS = {"F.linear": ("torch.ops.aten.linear", "torch.ops.aten.addmm_linear")}
# Attributes of whatever object: methods of tensors, and functions of whatever module.
_METHODS = {
    "autograd": ("backward",),
    MATMUL: ("matmul", "__matmul__", "__rmatmul__", "__imatmul__", "imatmul"),
    "bmm": ("bmm", "baddbmm", "baddbmm_", "addbmm", "addbmm_"),
    "addmm": ("addmm", "addmm_"),
    "addmv": ("addmv", "addmv_"),
    "multi_dot": ("multi_dot", "chain_matmul"),
    **{
        name: (name,)
        for name in ("dot", "vdot", "vecdot", "inner", "einsum", "tensordot", "mm", "mv")
    },
}
# Only these top-level packages are looked into; nothing of a learner's is ever imported.
_ROOTS = frozenset({"torch", "functorch"})
_KNOWN = _ROOTS | {"numpy", "operator"}
_RUNS_TEXT = frozenset({"eval", "exec", "compile"})
UNREADABLE = "what cannot be told by reading"
_HIDDEN_DOORS = frozenset({"__subclasses__", "__globals__", "__builtins__"})


def find(cells: Iterable[str], names: Iterable[str], forbidden: Iterable[str]) -> list[str]:
    """Which of ``forbidden`` the objects called ``names`` lead to after ``cells`` ran, in words.

    Args:
        cells: sources in the order in which they ran.
        names: what the check was given.
        forbidden: such as "nn.Linear" or "autograd", as a check lists them.

    Returns:
        Each finding once, with its line: ``"nn.Linear (class Linear(nn.Linear):)"``; empty if none.
    """
    forbidden = tuple(name for name in forbidden if name in _OBJECTS)
    if not forbidden:
        return []
    module = _Module(list(cells))
    reader = _Reader(module, forbidden)
    for name in names:
        if name not in module.bindings:  # made by exec, globals() or another roundabout way
            reader.report(UNREADABLE, f"where {name} comes from")
        reader.follow(name)
    return list(dict.fromkeys(reader.found))


def _parse(source: str) -> list[ast.stmt]:
    """The statements of a cell; magics as IPython would read them, nothing where it cannot run."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    try:
        return ast.parse(TransformerManager().transform_cell(source)).body
    except Exception:  # whatever odd text provokes in the transformers
        return []


class _Module:
    """The notebook's top level: which statements give a name its value, or change what it names."""

    def __init__(self, cells: list[str]):
        self.bindings: dict[str, list[ast.AST]] = {}
        self.stars: list[str] = []
        for cell in cells:
            for statement in _parse(cell):
                self._take(statement, nested=False)
                for written in _written_out(statement):
                    self._take(written, nested=False)

    def _take(self, node: ast.AST, nested: bool) -> None:
        names = list(_bound(node))
        for name in names:
            # A plain new binding replaces what was there; one under a condition adds to it.
            keep = self.bindings.get(name, []) if nested or _mutates(node) else []
            self.bindings[name] = [*keep, node]
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            self.stars.append(node.module or "")
            for name in _public(node.module or ""):
                self.bindings[name] = [node]
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, (ast.stmt, ast.ExceptHandler, ast.NamedExpr)):
                    self._take(child, nested=True)


def _written_out(statement: ast.stmt) -> list[ast.stmt]:
    """The statements in the text of a top-level exec("…") or below a cell magic."""
    match statement:
        case ast.Expr(ast.Call(ast.Name("exec"), [ast.Constant(str() as text), *_])):
            return _parse(text)
        # What IPython makes of a cell that starts with %%time, say.
        case ast.Expr(ast.Call(ast.Attribute(attr="run_cell_magic"), [_, _, ast.Constant(text)])):
            return _parse(text) if isinstance(text, str) else []
    return []


def _bound(node: ast.AST) -> Iterator[str]:
    """Names that ``node`` binds or whose object it changes."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield (alias.asname or alias.name.split(".")[0])
    elif isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.NamedExpr)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            yield from _roots(target)
    elif isinstance(node, (ast.For, ast.AsyncFor)):
        yield from _roots(node.target)
    elif isinstance(node, ast.With):
        for item in node.items:
            if item.optional_vars is not None:
                yield from _roots(item.optional_vars)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _changed_by(node.value)


def _roots(target: ast.AST) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, (ast.Attribute, ast.Subscript, ast.Starred)):
        yield from _roots(target.value)
    elif isinstance(target, (ast.Tuple, ast.List)):
        for item in target.elts:
            yield from _roots(item)


def _changed_by(call: ast.Call) -> Iterator[str]:
    """setattr(Linear, …) and Linear.something(…) at top level change what Linear names."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in ("setattr", "__setattr__", "delattr") and call.args:
        yield from _roots(call.args[0])


def _mutates(node: ast.AST) -> bool:
    """Whether ``node`` changes an object that has a name already: ``Linear.forward = f``."""
    if isinstance(node, (ast.AugAssign, ast.Expr)):
        return True
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return any(isinstance(target, (ast.Attribute, ast.Subscript)) for target in targets)


def _public(path: str) -> list[str]:
    module = _resolve(path)
    if not isinstance(module, ModuleType):
        return []
    return list(getattr(module, "__all__", None) or (n for n in vars(module) if n[0] != "_"))


def _resolve(path: str) -> Any:
    """The object at a dotted path inside torch, NumPy or operator, or None."""
    head, *rest = path.split(".")
    if head not in _KNOWN:
        return None
    try:
        value: Any = importlib.import_module(head)
        for depth, name in enumerate(rest):
            if not hasattr(value, name) and isinstance(value, ModuleType):
                importlib.import_module(".".join([head, *rest[: depth + 1]]))
            value = getattr(value, name)
    except Exception:  # a path that does not exist, or a lazy import that fails
        return None
    return value


class _Reader:
    def __init__(self, module: _Module, forbidden: tuple[str, ...]):
        self.module, self.forbidden = module, forbidden
        self.targets = [
            (name, value)
            for name in forbidden
            for path in _OBJECTS[name]
            if (value := _resolve(path)) is not None
        ]
        self.reached: set[str] = set()
        self.found: list[str] = []
        self.locals: dict[str, list[ast.expr]] = {}  # assigned anywhere in what was read
        self.aliases: dict[str, str] = {}  # imported anywhere in what was read

    def follow(self, name: str) -> None:
        """Read every statement that gives ``name`` its value, and what those lead to."""
        if name in self.reached:
            return
        self.reached.add(name)
        for node in self.module.bindings.get(name, []):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._import(node)
                self._note(self._object(ast.Name(name, ast.Load())), name)
            else:
                self.read(node)

    def read(self, node: ast.AST) -> None:
        for inner in ast.walk(node):
            if isinstance(inner, (ast.Import, ast.ImportFrom)):
                self._import(inner)
            elif isinstance(inner, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and inner.value:
                targets = inner.targets if isinstance(inner, ast.Assign) else [inner.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        self.locals.setdefault(target.id, []).append(inner.value)
        # Names first, so that every alias is known when expressions are resolved.
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load):
                self.follow(inner.id)
        for inner in ast.walk(node):
            if isinstance(inner, ast.expr):
                self._expression(inner)
            if isinstance(inner, (ast.BinOp, ast.AugAssign)) and isinstance(inner.op, ast.MatMult):
                self._report_if_forbidden(MATMUL, ast.unparse(inner))

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            if isinstance(node, ast.Import):
                root = alias.name.split(".")[0]
                self.aliases[alias.asname or root] = alias.name if alias.asname else root
            elif alias.name == "*":
                for name in _public(node.module or ""):
                    self.aliases[name] = f"{node.module}.{name}"
            else:
                self.aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def _expression(self, node: ast.expr) -> None:
        self._note(self._object(node), ast.unparse(node)[:60])
        if isinstance(node, ast.Attribute):
            self._attribute(node.attr, ast.unparse(node))
            if node.attr in _HIDDEN_DOORS:
                self.report(UNREADABLE, ast.unparse(node))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in _RUNS_TEXT:
                self._text(node)
            elif node.func.id == "getattr" and len(node.args) > 1:
                self._attribute(self._string(node.args[1]), ast.unparse(node))
                base = self._path(node.args[0])
                if base and base.split(".")[0] in _ROOTS and self._string(node.args[1]) is None:
                    self.report(UNREADABLE, ast.unparse(node))

    def _attribute(self, attribute: str | None, words: str) -> None:
        for name in self.forbidden:
            if attribute in _METHODS.get(name, ()):
                self.report(name, words)

    def _report_if_forbidden(self, name: str, words: str) -> None:
        if name in self.forbidden:
            self.report(name, words)

    def _text(self, node: ast.Call) -> None:
        """eval("…") and exec("…"): read the text if it is there, else say that it is not."""
        text = self._string(node.args[0]) if node.args else None
        if text is None:
            self.report(UNREADABLE, ast.unparse(node))
            return
        for statement in _parse(text):
            self.read(statement)

    def _note(self, value: Any, words: str) -> None:
        if value is None:
            return
        for name, target in self.targets:
            if value is target:
                self.report(name, words)

    def report(self, name: str, words: str) -> None:
        self.found.append(f"{name} ({' '.join(words.split())[:60]})")

    def _object(self, node: ast.expr) -> Any:
        path = self._path(node)
        if path is None:
            return None
        for name, paths in _PATHS.items():
            if name in self.forbidden and path.startswith(paths):
                self.report(name, path)
        return _resolve(path)

    def _path(self, node: ast.expr, depth: int = 0) -> str | None:
        """The dotted path inside torch that ``node`` stands for, or None."""
        if depth > 20:
            return None
        if isinstance(node, ast.Name):
            return self._path_of_name(node.id, depth)
        if isinstance(node, ast.Attribute):
            if node.attr == "__dict__":
                return self._path(node.value, depth + 1)
            return self._joined(self._path(node.value, depth + 1), node.attr)
        if isinstance(node, ast.Subscript):
            key = self._string(node.slice)
            if key and ast.unparse(node.value).endswith("modules") and key.split(".")[0] in _ROOTS:
                return key  # sys.modules["torch.nn"]
            return self._joined(self._path(node.value, depth + 1), key)
        if isinstance(node, ast.Call):
            return self._path_of_call(node, depth)
        return None

    def _path_of_name(self, name: str, depth: int) -> str | None:
        if name in self.aliases:
            return self.aliases[name]
        for value in self.locals.get(name, []):
            path = self._path(value, depth + 1)
            if path:
                return path
        return None

    def _path_of_call(self, node: ast.Call, depth: int) -> str | None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = [self._string(argument) for argument in node.args]
        if name in ("__import__", "import_module") and texts and texts[0]:
            return texts[0] if name == "import_module" else texts[0].split(".")[0]
        if name in ("getattr", "__getattribute__", "__getattr__") and len(node.args) > 1:
            return self._joined(self._path(node.args[0], depth + 1), texts[1])
        if name in ("vars", "__getattribute__") and len(node.args) == 1:
            owner = node.args[0] if name == "vars" else node.func.value
            path = self._path(owner, depth + 1)
            return path if name == "vars" else self._joined(path, texts[0])
        if name in ("get", "__getitem__") and texts and texts[0]:
            return self._joined(self._path(node.func.value, depth + 1), texts[0])
        if isinstance(node.func, ast.Call) and getattr(node.func.func, "attr", "") == "attrgetter":
            inner = self._string(node.func.args[0]) if node.func.args else None
            return self._joined(self._path(node.args[0], depth + 1), inner) if node.args else None
        return None

    @staticmethod
    def _joined(path: str | None, name: str | None) -> str | None:
        return f"{path}.{name}" if path and name else None

    def _string(self, node: ast.expr, depth: int = 0) -> str | None:
        """The text of an expression built from literals, or None."""
        if depth > 20:
            return None
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            values = self.locals.get(node.id, [])
            return self._string(values[-1], depth + 1) if len(values) == 1 else None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            sides = [self._string(side, depth + 1) for side in (node.left, node.right)]
            return None if None in sides else "".join(sides)
        if isinstance(node, ast.JoinedStr):
            parts = [
                self._string(v.value if isinstance(v, ast.FormattedValue) else v, depth + 1)
                for v in node.values
            ]
            return None if None in parts else "".join(parts)
        return self._computed_string(node, depth)

    def _computed_string(self, node: ast.expr, depth: int) -> str | None:
        """ "raeniL"[::-1], "".join(["Lin", "ear"]), "linear".capitalize() and the like."""
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            text = self._string(node.value, depth + 1)
            bounds = [node.slice.lower, node.slice.upper, node.slice.step]
            try:
                numbers = [None if b is None else ast.literal_eval(b) for b in bounds]
                return text[slice(*numbers)] if text is not None else None
            except (ValueError, TypeError):
                return None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            text = self._string(node.func.value, depth + 1)
            if text is None:
                return None
            if node.func.attr == "join" and len(node.args) == 1:
                items = getattr(node.args[0], "elts", None)
                parts = [self._string(item, depth + 1) for item in items or []]
                return text.join(parts) if items and None not in parts else None
            if node.func.attr in ("lower", "upper", "title", "capitalize", "strip", "swapcase"):
                return getattr(text, node.func.attr)() if not node.args else None
        return None
