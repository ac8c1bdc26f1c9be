"""Reads submitted code for what an exercise forbids; a person decides on what is found.

Static and without running anything: from the name that is checked, through everything in the
notebook that it leads to, to names of PyTorch. A learner's own comparison with ``nn.Linear`` in
another cell is not found, because the checked name does not lead there.

The code is hostile until proven otherwise: what is too long, too deep or too entangled to be read
in a few seconds is not read to the end, and a person is told so.
"""

from __future__ import annotations

import ast
import functools
import importlib
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

# The words of `probes.watch.MATMUL`, written out: reading needs no PyTorch until it looks into it.
MATMUL = "@ (matmul)"

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
    "a look inside": (),
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
# What takes apart what was given instead of using it; found also as an import and through getattr.
_INSIDE = frozenset(
    {
        *("__closure__", "__code__", "cell_contents", "get_referrers", "get_objects"),
        *(
            "_getframe",
            "currentframe",
            "f_back",
            "f_locals",
            "stack",
            "getsource",
            "getsourcelines",
        ),
        *("getclosurevars", "getmembers", "disassemble", "dis"),
    }
)
# Only these top-level packages are looked into; nothing of a learner's is ever imported, and of
# PyTorch nothing that does more than define things.
_ROOTS = frozenset({"torch", "functorch"})
_KNOWN = _ROOTS | {"numpy", "operator"}
_IMPORTED = ("functorch", "torch.func", "torch.nn", "torch.ao.nn", "torch.autograd")
_RUNS_TEXT = frozenset({"eval", "exec", "compile"})
UNREADABLE = "what cannot be told by reading"
_HIDDEN_DOORS = frozenset({"__subclasses__", "__globals__", "__builtins__"})

MAX_SOURCE = 1_000_000  # characters of all cells, one long word counted as none
MAX_MAGIC = 5_000_000  # lines times characters: what rewriting a cell with magics takes
MAX_STEPS = 300_000  # of following what leads where
MAX_TEXT = 2_000  # characters of a text that is put together
MAX_FOUND = 20
MAX_KEPT = 10_000  # characters of a cell whose statements are kept for the next check


def find(
    cells: Iterable[str],
    names: Iterable[str],
    forbidden: Iterable[str],
    later: Iterable[str] = (),
) -> list[str]:
    """Which of ``forbidden`` the objects called ``names`` lead to after ``cells`` ran, in words.

    Args:
        cells: sources in the order in which they ran.
        names: what the check was given.
        forbidden: such as "nn.Linear" or "autograd", as a check lists them.
        later: sources that ran after the objects were taken. They may have changed them, and did
            not replace them.

    Returns:
        Each finding once, with its line: ``"nn.Linear (class Linear(nn.Linear):)"``; empty if none.
    """
    forbidden = tuple(name for name in forbidden if name in _OBJECTS)
    if not forbidden:
        return []
    reader = _Reader(forbidden)
    try:
        reader.read(_Module(list(cells), list(later)), list(names))
    except _EnoughError:
        pass
    except (_TooMuchError, RecursionError):
        reader.found.append(f"{UNREADABLE} (code too long, too deep or too entangled to read)")
    return list(dict.fromkeys(reader.found))


class _TooMuchError(Exception):
    """Reading on would take too long."""


class _EnoughError(Exception):
    """More findings would tell a person nothing more."""


def _parse(source: str) -> list[ast.stmt]:
    """The statements of a cell, which nobody may change.

    Raises _TooMuchError, RecursionError.
    """
    return _parse_once(source) if len(source) <= MAX_KEPT else _parse_cell(source)


def _parse_cell(source: str) -> list[ast.stmt]:
    """The statements of a cell; magics as IPython would read them, nothing where it cannot run."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, MemoryError):  # MemoryError: deeper than any Python can parse
        pass
    if (source.count("\n") + 1) * len(source) > MAX_MAGIC:
        raise _TooMuchError
    try:
        text = TransformerManager().transform_cell(source)
    except Exception:  # whatever odd text provokes in the transformers
        return []
    try:
        return ast.parse(text).body
    except (SyntaxError, ValueError, MemoryError):
        return []


# Each check reads all cells, and a class has most of them in common.
_parse_once = functools.lru_cache(maxsize=256)(_parse_cell)


class _Module:
    """The notebook's top level: which statements give a name its value, or change what it names."""

    def __init__(self, cells: list[str], later: list[str]):
        self.bindings: dict[str, list[ast.AST]] = {}
        sources = [*cells, *later]
        if sum(map(len, sources)) > MAX_SOURCE:
            # A picture in a string is long, and quickly read.
            pictures = re.compile(r"[\w+/=]{200,}")
            if sum(len(pictures.sub("", source)) for source in sources) > MAX_SOURCE:
                raise _TooMuchError
        for number, cell in enumerate(sources):
            adds = number >= len(cells)
            for statement in _parse(cell):
                self._take(statement, adds)
                for written in _written_out(statement):
                    self._take(written, adds)

    def _take(self, statement: ast.stmt, adds: bool) -> None:
        """Note what ``statement`` binds, and whatever stands in it under a condition.

        A plain new binding replaces what was there, unless it ``adds``: under a condition, say, or
        after the object was taken.
        """
        todo: list[tuple[ast.AST, bool]] = [(statement, adds)]
        while todo:
            node, adds = todo.pop()
            for name in _bound(node):
                keep = self.bindings.get(name, []) if adds or _mutates(node) else []
                self.bindings[name] = [*keep, node]
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                inner = [n for n in ast.iter_child_nodes(node) if isinstance(n, _HOLDS_STATEMENTS)]
                todo += [(child, True) for child in reversed(inner)]


_HOLDS_STATEMENTS = (ast.stmt, ast.ExceptHandler, ast.match_case, ast.NamedExpr)


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
            if alias.name == "*":
                yield from _public(node.module or "")
            else:
                yield alias.asname or alias.name.split(".")[0]
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
    while isinstance(target, (ast.Attribute, ast.Subscript, ast.Starred)):
        named = _written_into_the_namespace(target)
        if named:
            yield named
        target = target.value
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, (ast.Tuple, ast.List)):
        for item in target.elts:
            yield from _roots(item)


def _written_into_the_namespace(target: ast.AST) -> str:
    """``Linear`` for globals()["Linear"] = …, and for the same by way of IPython's namespace."""
    match target:
        case ast.Subscript(
            ast.Call(ast.Name("globals" | "locals" | "vars"), []), ast.Constant(name)
        ):
            return str(name)
        case ast.Subscript(ast.Attribute(attr="user_ns"), ast.Constant(name)):
            return str(name)
    return ""


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


@functools.lru_cache(maxsize=4096)
def _resolve(path: str) -> Any:
    """The object at a dotted path inside torch, NumPy or operator, or None.

    Nothing but what is there is looked at: an attribute that is made when it is asked for could
    import anything.
    """
    head, *rest = path.split(".")
    if head not in _KNOWN:
        return None
    try:
        value: Any = importlib.import_module(head)
    except ImportError:  # NumPy is no requirement of PyTorch's
        return None
    for depth, name in enumerate(rest, 2):
        if isinstance(value, ModuleType):
            value = vars(value).get(name) or _module(".".join([head, *rest][:depth]))
        elif isinstance(value, type):
            value = next((vars(kind)[name] for kind in value.__mro__ if name in vars(kind)), None)
        else:
            return None
    return value


def _module(path: str) -> ModuleType | None:
    if not any(path == name or path.startswith(f"{name}.") for name in _IMPORTED):
        return None
    try:
        return importlib.import_module(path)
    except Exception:  # there is none, or it lacks something that it needs
        return None


class _Reader:
    """Follows names and texts through a notebook, and notes where they lead."""

    def __init__(self, forbidden: tuple[str, ...]):
        self.forbidden = forbidden
        self.targets = [
            (name, value)
            for name in forbidden
            for path in _OBJECTS[name]
            if (value := _resolve(path)) is not None
        ]
        self.bindings: dict[str, list[ast.AST]] = {}
        self.found: list[str] = []
        self.reached: set[str] = set()
        self.texts: set[str] = set()  # that are run by exec or eval
        self.statements: list[ast.AST] = []  # that were reached, and not yet looked into
        self.imports: list[str] = []  # names that were reached and are bound by an import
        self.locals: dict[str, list[ast.expr]] = {}  # assigned anywhere in what was reached
        self.aliases: dict[str, str] = {}  # imported anywhere in what was reached
        self.steps = 0

    def read(self, module: _Module, names: list[str]) -> None:
        """Everything that gives ``names`` their values, and what that leads to."""
        self.bindings = module.bindings
        for name in names:
            if name not in self.bindings:  # made by exec, setattr() or another roundabout way
                self.report(UNREADABLE, f"where {name} comes from")
        self._reach(names)
        read: list[ast.AST] = []
        # All aliases are known before the first expression is looked at. A text that is executed
        # may bring more of them, and statements: then everything is looked at again.
        while len(read) < len(self.statements):
            read = list(self.statements)
            for name in self.imports:
                self._note(self._path(ast.Name(name, ast.Load())), name)
            for statement in read:
                for node in ast.walk(statement):
                    if isinstance(node, ast.expr):
                        self._expression(node)
                    if isinstance(getattr(node, "op", None), ast.MatMult):  # a @ b, a @= b
                        self._report_if_forbidden(MATMUL, node)

    def _reach(self, names: Iterable[str]) -> None:
        """Every statement that gives one of ``names`` its value, and so on for what it mentions."""
        todo = list(names)
        while todo:
            name = todo.pop()
            if name in self.reached:
                continue
            self.reached.add(name)
            for node in self.bindings.get(name, []):
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    self._import(node)
                    self.imports.append(name)
                else:
                    todo += self._mentioned(node)

    def _mentioned(self, statement: ast.AST) -> list[str]:
        """The names that a statement reads; what it assigns and imports is noted."""
        self.statements.append(statement)
        names = []
        for node in ast.walk(statement):
            self._step()
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self._import(node)
            elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr)) and node.value:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        self.locals.setdefault(target.id, []).append(node.value)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                names.append(node.id)
        return names

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise _TooMuchError

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
        self._note(self._path(node), node)
        if isinstance(node, ast.Attribute):
            self._attribute(node.attr, node)
            if node.attr in _HIDDEN_DOORS:
                self.report(UNREADABLE, node)
        if "a look inside" in self.forbidden and self._last_name(node) in _INSIDE:
            self.report("a look inside", node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in _RUNS_TEXT:
                self._text(node)
            elif node.func.id == "getattr" and len(node.args) > 1:
                self._attribute(self._string(node.args[1]), node)
                base = self._path(node.args[0])
                if base and base.split(".")[0] in _ROOTS and self._string(node.args[1]) is None:
                    self.report(UNREADABLE, node)

    def _attribute(self, attribute: str | None, words: ast.AST) -> None:
        for name in self.forbidden:
            if attribute in _METHODS.get(name, ()):
                self.report(name, words)

    def _report_if_forbidden(self, name: str, words: ast.AST) -> None:
        if name in self.forbidden:
            self.report(name, words)

    def _last_name(self, node: ast.expr) -> str | None:
        """The name at the end of ``a.b.name``, of ``getattr(a, "name")`` or of an import."""
        if isinstance(node, ast.Attribute):
            # torch.stack is about tensors.
            return None if (self._path(node) or "").startswith("torch.") else node.attr
        if isinstance(node, ast.Name):
            path = self.aliases.get(node.id, "")
            return None if path.startswith("torch.") else path.rpartition(".")[2]
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr":
            return self._string(node.args[1]) if len(node.args) > 1 else None
        return None

    def _text(self, node: ast.Call) -> None:
        """eval("…") and exec("…"): read the text if it is there, else say that it is not."""
        text = self._string(node.args[0]) if node.args else None
        if text is None:
            self.report(UNREADABLE, node)
        elif text not in self.texts:
            self.texts.add(text)
            for statement in _parse(text):
                self._reach(self._mentioned(statement))

    def _note(self, path: str | None, words: ast.AST | str) -> None:
        """Report what ``path`` is; and what it is an attribute of, where no expression says so."""
        if path is None:
            return
        for name, paths in _PATHS.items():
            if name in self.forbidden and path.startswith(paths):
                self.report(name, path)
        parts = path.split(".")
        whole = isinstance(words, ast.Attribute)
        for length in range(len(parts) if whole else 1, len(parts) + 1):
            value = _resolve(".".join(parts[:length]))
            for name, target in self.targets:
                if value is target:
                    self.report(name, words)

    def report(self, name: str, words: ast.AST | str) -> None:
        if isinstance(words, ast.AST):
            try:
                words = ast.unparse(words)
            except RecursionError:
                words = "a deep expression"
        self.found.append(f"{name} ({' '.join(words.split())[:60]})")
        if len(self.found) >= MAX_FOUND:
            raise _EnoughError

    def _path(self, node: ast.expr, seen: dict[str, str | None] | None = None) -> str | None:
        """The dotted path inside torch that ``node`` stands for, or None.

        ``seen``: what names met on the way stand for; None while that is being found out.
        """
        self._step()
        seen = {} if seen is None else seen
        if isinstance(node, ast.Name):
            return self._path_of_name(node.id, seen)
        if isinstance(node, ast.Attribute):
            path = self._path(node.value, seen)
            return path if node.attr == "__dict__" else self._joined(path, node.attr)
        if isinstance(node, ast.Subscript):
            key = self._string(node.slice)
            modules = getattr(node.value, "attr", getattr(node.value, "id", ""))
            if key and modules.endswith("modules") and key.split(".")[0] in _ROOTS:
                return key  # sys.modules["torch.nn"]
            return self._joined(self._path(node.value, seen), key)
        if isinstance(node, ast.Call):
            return self._path_of_call(node, seen)
        return None

    def _path_of_name(self, name: str, seen: dict[str, str | None]) -> str | None:
        if name in self.aliases:
            return self.aliases[name]
        if name not in seen:
            seen[name] = None
            values = self.locals.get(name, [])
            seen[name] = next((path for v in values if (path := self._path(v, seen))), None)
        return seen[name]

    def _path_of_call(self, node: ast.Call, seen: dict[str, str | None]) -> str | None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = [self._string(argument) for argument in node.args[:2]]
        if name in ("__import__", "import_module") and texts and texts[0]:
            return texts[0] if name == "import_module" else texts[0].split(".")[0]
        if name in ("getattr", "__getattribute__", "__getattr__") and len(node.args) > 1:
            return self._joined(self._path(node.args[0], seen), texts[1])
        if name in ("vars", "__getattribute__") and len(node.args) == 1:
            owner = node.args[0] if name == "vars" else getattr(node.func, "value", node.func)
            path = self._path(owner, seen)
            return path if name == "vars" else self._joined(path, texts[0])
        if name in ("get", "__getitem__") and texts and isinstance(node.func, ast.Attribute):
            return self._joined(self._path(node.func.value, seen), texts[0])
        if isinstance(node.func, ast.Call) and getattr(node.func.func, "attr", "") == "attrgetter":
            inner = self._string(node.func.args[0]) if node.func.args else None
            return self._joined(self._path(node.args[0], seen), inner) if node.args else None
        return None

    @staticmethod
    def _joined(path: str | None, name: str | None) -> str | None:
        return f"{path}.{name}"[:MAX_TEXT] if path and name else None

    def _string(self, node: ast.expr, seen: dict[str, str | None] | None = None) -> str | None:
        """The text of an expression built from literals, or None, also where it is long."""
        self._step()
        seen = {} if seen is None else seen
        text = self._text_of(node, seen)
        return text if text is None or len(text) <= MAX_TEXT else None

    def _text_of(self, node: ast.expr, seen: dict[str, str | None]) -> str | None:
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            if node.id not in seen:
                seen[node.id] = None
                values = self.locals.get(node.id, [])
                seen[node.id] = self._string(values[-1], seen) if len(values) == 1 else None
            return seen[node.id]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            sides = [self._string(side, seen) for side in (node.left, node.right)]
            return None if None in sides else "".join(sides)
        if isinstance(node, ast.JoinedStr):
            parts = [
                self._string(v.value if isinstance(v, ast.FormattedValue) else v, seen)
                for v in node.values
            ]
            return None if None in parts else "".join(parts)
        return self._computed_text(node, seen)

    def _computed_text(self, node: ast.expr, seen: dict[str, str | None]) -> str | None:
        """ "raeniL"[::-1], "".join(["Lin", "ear"]), "linear".capitalize() and the like."""
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            text = self._string(node.value, seen)
            bounds = [node.slice.lower, node.slice.upper, node.slice.step]
            try:
                numbers = [None if b is None else ast.literal_eval(b) for b in bounds]
                return text[slice(*numbers)] if text is not None else None
            except (ValueError, TypeError):
                return None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            text = self._string(node.func.value, seen)
            if text is None:
                return None
            if node.func.attr == "join" and len(node.args) == 1:
                items = getattr(node.args[0], "elts", None)
                parts = [self._string(item, seen) for item in items or []]
                return text.join(parts) if items and None not in parts else None
            if node.func.attr in ("lower", "upper", "title", "capitalize", "strip", "swapcase"):
                return getattr(text, node.func.attr)() if not node.args else None
        return None
