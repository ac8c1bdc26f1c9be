"""Every page with cells as a notebook to take along: plain Markdown, no outputs, no machinery.

A page's own source is MyST, which JupyterLab and Colab show as raw text. Here questions become
lists with their answers folded away, boxes become quotations, numbers from `glue` the numbers that
the built page shows, links lead to the other notebooks, and the cells need nothing of this book's
code but what they draw with, which is written out.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4
from sphinx.application import Sphinx

from linearbook.quiz import split_options

CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(.*?)^```\s*$", re.M | re.S)
FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
DIRECTIVE = re.compile(r"^(:{3,}|`{3,})\{([\w:-]+)\}([^\n]*)\n(.*?)^\1\s*$", re.M | re.S)
FENCE = re.compile(r"(^```.*?^```\s*$|`[^`\n]+`)", re.M | re.S)
FIGURES = re.compile(r"^from linearbook\.figures import (.+)$", re.M)
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# What a notebook that stands by itself has in place of linearbook.figures.
DRAWING = {
    "show": "def show(fig, alt, caption=None):\n    display(fig)\n    plt.close(fig)",
}


def notebook(source: str, values: dict[str, str], where: str) -> NotebookNode:
    """The page as a notebook; `values` are what `glue` kept, `where` the page in the book."""
    text = FRONT.sub("", source)
    cells = []
    end = 0
    for match in CELL.finditer(text):
        cells += _markdown(text[end : match.start()], values)
        code = _code(match[1])
        cells += [v4.new_code_cell(code)] if code else []
        end = match.end()
    cells += _markdown(text[end:], values)
    about = f"*From “Linear, from the ground up”, {where}. Text: CC BY 4.0; code: MIT License.*"
    cells.append(v4.new_markdown_cell(about))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"  # nbformat's own are drawn anew each time
    return v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def _markdown(text: str, values: dict[str, str]) -> list[NotebookNode]:
    plain = plain_markdown(text, values).strip()
    return [v4.new_markdown_cell(plain)] if plain else []


# --- Code -----------------------------------------------------------------------------------------


def _code(cell: str) -> str:
    """The code without its options, without `glue`, and with what it draws with written out."""
    lines = cell.splitlines()
    while lines and re.match(r":[\w-]+:|\s*$", lines[0]):
        lines.pop(0)
    code = "\n".join(lines)
    if "glue" in code:
        code = _without_glue(code)
    return FIGURES.sub(_written_out, code).strip()


def _without_glue(code: str) -> str:
    lines = code.splitlines()
    try:
        tree = ast.parse(code)
    except SyntaxError:  # a magic, or an error shown on purpose
        return code
    drop: set[int] = set()
    for node in tree.body:
        if ast.unparse(node) == "from myst_nb import glue" or (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func) == "glue"
        ):
            drop.update(range(node.lineno, node.end_lineno + 1))
    return "\n".join(line for number, line in enumerate(lines, start=1) if number not in drop)


def _written_out(match: re.Match[str]) -> str:
    from linearbook import figures

    names = [name.strip() for name in match[1].split(",")]
    parts = ["import matplotlib.pyplot as plt"]
    for name in names:
        parts.append(DRAWING.get(name) or f"{name} = {getattr(figures, name)!r}")
    return "\n".join(parts)


# --- Text -----------------------------------------------------------------------------------------


def plain_markdown(text: str, values: dict[str, str]) -> str:
    """MyST as Markdown that any notebook shows: directives, roles and targets resolved."""
    text = DIRECTIVE.sub(lambda match: _directive(match, values), text)
    text = re.sub(r"^\([\w-]+\)=\n", "", text, flags=re.M)
    text = re.sub(r"\{([\w:-]+)\}`([^`]+)`", lambda match: _role(match[1], match[2], values), text)
    parts = FENCE.split(text)
    parts[::2] = [_links(part) for part in parts[::2]]
    return "".join(parts)


def _links(text: str) -> str:
    return re.sub(r"(\]\([^):\s#]+)\.md((?:#[\w-]+)?\))", r"\1.ipynb\2", text)


def _role(name: str, text: str, values: dict[str, str]) -> str:
    shown = re.sub(r"\s*<[^>]*>$", "", text)
    if name == "claim":
        return ""
    if name == "glue:text":
        key, _, form = text.partition(":")
        return formatted(values.get(key, f"`{key}`"), form)
    if name.startswith("cite"):
        return re.sub(r"(\D+)(\d{4}\w?)$", r"\1 (\2)", text)
    return f"[{shown}]({text})" if name == "download" else shown


def formatted(value: str, form: str) -> str:
    """What `{glue:text}` shows of a value whose text is `value`."""
    try:
        value = ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
    return format(value, form)


def _directive(match: re.Match[str], values: dict[str, str]) -> str:
    _, name, argument, body = match.groups()
    body = DIRECTIVE.sub(lambda inner: _directive(inner, values), body)
    render = DIRECTIVES.get(name, _box)
    return render(name, argument.strip(), body)


def _options_removed(body: str) -> list[str]:
    lines = body.splitlines()
    while lines and re.match(r":[\w-]+:", lines[0].strip()):
        lines.pop(0)
    return lines


def _quiz(name: str, argument: str, body: str) -> str:
    question, options, _ = split_options(_options_removed(body))
    out = [f"**{argument}**", "", *question, ""]
    out += [f"{letter}. {option.text}" for letter, option in enumerate(options, start=1)]
    out += ["", "<details><summary>Answer</summary>", ""]
    for number, option in enumerate(options, start=1):
        verdict = "right" if option.correct else "not this one"
        out.append(f"{number}. *{verdict}*: " + " ".join(" ".join(option.why).split()))
    return "\n".join([*out, "", "</details>", ""])


def _box(name: str, argument: str, body: str) -> str:
    title = argument or name.capitalize()
    lines = "\n".join(_options_removed(body)).strip().splitlines()
    return "\n".join([f"> **{title}**", ">", *(f"> {line}".rstrip() for line in lines), ""])


def _body_alone(name: str, argument: str, body: str) -> str:
    return "\n".join(_options_removed(body)) + "\n"


DIRECTIVES: dict[str, Callable[[str, str, str], str]] = {
    "predict": _quiz,
    "question": _quiz,
    "grid": _body_alone,
    "glossary": _body_alone,
    "bibliography": lambda *_: "",
}


# --- Files ----------------------------------------------------------------------------------------


def glued(executed: Path) -> dict[str, str]:
    """What the executed page kept with `glue`: its name, and the value's text."""
    if not executed.is_file():
        return {}
    values = {}
    for cell in json.loads(executed.read_text(encoding="utf8"))["cells"]:
        for output in cell.get("outputs", []):
            name = output.get("metadata", {}).get("scrapbook", {}).get("name")
            for kind, data in output.get("data", {}).items():
                if name and kind.endswith("text/plain"):
                    values[name] = "".join(data)
    return values


def file_of(docname: str) -> str:
    return f"{docname}.ipynb"


def has_cells(path: Path) -> bool:
    return path.suffix == ".md" and bool(CELL.search(path.read_text(encoding="utf8")))


def write_all(app: Sphinx) -> None:
    """Write the notebook of every page that has cells beside the page."""
    executed = Path(app.outdir).parent / "jupyter_execute"
    titles = app.env.titles
    for docname in sorted(app.env.found_docs):
        path = Path(app.env.doc2path(docname))
        if has_cells(path):
            values = glued(executed / file_of(docname))
            page = notebook(path.read_text(encoding="utf8"), values, titles[docname].astext())
            nbformat.validate(page)
            out = Path(app.outdir, file_of(docname))
            out.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(page, out)
