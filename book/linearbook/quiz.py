"""Questions on a page: the `predict` and `question` directives, and cells that wait for an answer.

    :::{predict} What does `layer(x)` print?
    :name: predict-row-or-column

    - [ ] `[11, 16]`
      Why this is wrong.
    - [x] `[8, 18]`
      Why this is right.
    :::

The first line is the question; what stands between it and the first option (a code block, say)
belongs to it. An option is one line after `- [ ]` or, for the right one, `- [x]`; its explanation
is the indented text below. `predict` also asks how sure the reader is, and the code cells tagged
`reveal` that follow it show only once the answer is locked in (with scripts off, they are native
disclosures). `question` has neither. What is not well formed is a warning, and so fails the build.

Why our own and not one that exists: the pages need a question that works without scripts, by
keyboard and screen reader, with a reason for every option, locked in together with how sure one is
before the code's output shows, and a record on the welcome page. jupyterquiz draws its questions by
a script in the output of a code cell, so there is nothing without scripts, nothing to find by
search, and a cell that is not about the topic; each option tells at once when it is clicked.
sphinx-yaq keeps progress and works by keyboard, but its questions (true or false, gaps, single
choice) know of no reason for each option, of no confidence, and of no cell that waits for them.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

# In Markdown a fence of backticks holds none in its opening line; it would be read as a paragraph.
NO_FENCE = re.compile(r"^`{3,}\{(predict|question)\}[^\n]*`", re.M)
OPTION = re.compile(r"- \[([ xX])\](?:\s+(.*))?$")
SURE = ("guess", "A guess"), ("fairly", "Fairly sure"), ("certain", "Certain")


class quiz(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """A question: a quiz_prompt, any body nodes, then its quiz_options."""


class quiz_prompt(nodes.General, nodes.TextElement):  # noqa: N801
    """The question's own line."""


class quiz_option(nodes.General, nodes.Element):  # noqa: N801
    """One possible answer: a quiz_answer and a quiz_why; `correct` says whether it is right."""


class quiz_answer(nodes.General, nodes.TextElement):  # noqa: N801
    """What the reader chooses, inline."""


class quiz_why(nodes.General, nodes.Element):  # noqa: N801
    """Why the option is right or wrong."""


class quiz_reveal(nodes.General, nodes.Element):  # noqa: N801
    """Code cells that wait for the prediction with the id in `waits_for`."""


@dataclass
class Option:
    """An option as written: its line in the directive's content, its text, its explanation."""

    line: int
    correct: bool
    text: str
    why: list[str]


def split_options(lines: list[str]) -> tuple[list[str], list[Option], list[tuple[int, str]]]:
    """Split a directive's content into the question's body, the options, and misplaced lines."""
    body: list[str] = []
    options: list[Option] = []
    misplaced: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(lines):
        match = None if fence else OPTION.match(line)
        if match:
            options.append(Option(number, match[1] != " ", (match[2] or "").strip(), []))
        elif not options:
            body.append(line)
            fence = _fence_after(line, fence)
        elif not line.strip() or line[0] in " \t":
            options[-1].why.append(line)
        else:
            misplaced.append((number, line))
    return body, options, misplaced


def _fence_after(line: str, fence: str) -> str:
    """The open code fence after `line`: in code, a line that looks like an option is not one."""
    marker = re.match(r"\s*(`{3,}|~{3,})", line)
    if not marker:
        return fence
    if not fence:
        return marker[1]
    return "" if marker[1].startswith(fence) else fence


class Quiz(SphinxDirective):
    """What `predict` and `question` have in common: they differ by name only."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        name = nodes.make_id(self.options.get("name", ""))
        body, options, misplaced = split_options(list(self.content))
        self.check(name, options, misplaced)
        node = quiz(kind=self.name, quiz_id=f"quiz-{name}", ids=[f"quiz-{name}"])
        self.set_source_info(node)
        node += self.inline(quiz_prompt(), self.arguments[0], 0)
        self.blocks(node, body, 0)
        for option in options:
            node += self.option(option)
        return [node]

    def check(self, name: str, options: list[Option], misplaced: list[tuple[int, str]]) -> None:
        """Warn, with file and line, about everything that is not well formed."""
        if not name:
            self.warn("needs a name: add `:name: a-name-of-its-own` under the question")
        else:
            self.remember(name)
        if not options:
            self.warn("has no options: write each as `- [ ] text`, the right one as `- [x] text`")
            return
        right = sum(option.correct for option in options)
        if right != 1:
            self.warn(f"needs exactly one right option marked `- [x]`, found {right}")
        for option in options:
            if not option.text:
                self.warn("has an option without text", option.line)
            elif not "".join(option.why).strip():
                self.warn(
                    f"has no explanation for the option {option.text!r}: "
                    "write it indented on the lines below the option",
                    option.line,
                )
        for number, line in misplaced:
            self.warn(f"has text outside the options: {line!r}; indent it to explain one", number)

    def remember(self, name: str) -> None:
        names = quiz_names(self.env).setdefault(self.env.docname, {})
        if name in names:
            self.warn(f"has the name {name!r}, which line {names[name]} of this page has already")
        names.setdefault(name, self.lineno)

    def warn(self, problem: str, content_line: int | None = None) -> None:
        line = self.lineno
        if content_line is not None:
            line = self.content_line(content_line)
        what = f"{self.name} {self.options.get('name', self.arguments[0])!r} {problem}"
        logger.warning(what, location=(self.env.docname, line), type="quiz", subtype=self.name)

    def content_line(self, number: int) -> int:
        return self.lineno + 1 + self.content_offset + number

    def option(self, option: Option) -> quiz_option:
        node = quiz_option(correct=option.correct)
        node += self.inline(quiz_answer(), option.text, option.line)
        why = quiz_why()
        self.blocks(why, textwrap.dedent("\n".join(option.why)).splitlines(), option.line + 1)
        node += why
        return node

    def inline(self, node: nodes.Element, text: str, number: int) -> nodes.Element:
        """Parse one line as inline markup into `node`."""
        children, messages = self.state.inline_text(text, self.content_line(number))
        node += children
        node += messages
        return node

    def blocks(self, node: nodes.Element, lines: list[str], number: int) -> None:
        """Parse lines as blocks into `node`."""
        if "".join(lines).strip():
            content = StringList(lines, source=self.env.doc2path(self.env.docname))
            self.state.nested_parse(content, self.content_offset + number, node)


# --- Names are unique in the whole book: the reader's browser keeps answers by them --------------


def quiz_names(env: BuildEnvironment) -> dict[str, dict[str, int]]:
    """Page -> name -> line, for every question read so far."""
    if not hasattr(env, "linearbook_quiz_names"):
        env.linearbook_quiz_names = {}
    return env.linearbook_quiz_names


def forget_page(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    quiz_names(env).pop(docname, None)


def merge_names(
    app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment
) -> None:
    for docname in docnames:
        if docname in quiz_names(other):
            quiz_names(env)[docname] = quiz_names(other)[docname]


def names_differ_across_pages(app: Sphinx, env: BuildEnvironment) -> None:
    first: dict[str, str] = {}
    for docname, names in sorted(quiz_names(env).items()):
        for name, line in names.items():
            if name in first:
                logger.warning(
                    f"the question name {name!r} is taken by the page {first[name]!r}; "
                    "names are unique in the whole book",
                    location=(docname, line),
                    type="quiz",
                    subtype="name",
                )
            first.setdefault(name, docname)


def fences_are_read(app: Sphinx, docname: str, source: list[str]) -> None:
    for match in NO_FENCE.finditer(source[0]):
        logger.warning(
            f"this {match[1]} is not read, since a fence of backticks cannot hold `code`: "
            "fence it with colons, `:::{" + match[1] + "} ...` and `:::`",
            location=(docname, source[0].count("\n", 0, match.start()) + 1),
            type="quiz",
            subtype="fence",
        )


# --- Cells tagged `reveal` ------------------------------------------------------------------------


class WrapRevealCells(SphinxTransform):
    """Put the cells tagged `reveal` into a disclosure that waits for the prediction before them."""

    default_priority = 500

    def apply(self, **kwargs: object) -> None:
        prediction: quiz | None = None
        revealed = True
        for node in list(self.document.findall(_is_prediction_or_reveal)):
            if isinstance(node, quiz):
                self.has_reveal(prediction, revealed)
                prediction, revealed = node, False
            elif prediction is None:
                self.warn(node, "a cell tagged `reveal` needs a `predict` before it")
            else:
                wrap(node, prediction)
                revealed = True
        self.has_reveal(prediction, revealed)

    def has_reveal(self, prediction: quiz | None, revealed: bool) -> None:
        if prediction is not None and not revealed:
            name = prediction["quiz_id"].removeprefix("quiz-")
            self.warn(
                prediction,
                f"predict {name!r} has no reveal: tag the cell after it with `:tags: [reveal]`",
            )

    def warn(self, node: nodes.Node, problem: str) -> None:
        logger.warning(problem, location=node, type="quiz", subtype="reveal")


def _is_prediction_or_reveal(node: nodes.Node) -> bool:
    if isinstance(node, quiz):
        return node["kind"] == "predict"
    return isinstance(node, nodes.container) and "tag_reveal" in node["classes"]


def wrap(cell: nodes.container, prediction: quiz) -> None:
    """Move `cell` into a reveal, the one just before it where there is one."""
    parent, place = cell.parent, cell.parent.index(cell)
    before = parent[place - 1] if place else None
    if isinstance(before, quiz_reveal) and before["waits_for"] == prediction["quiz_id"]:
        parent.remove(cell)
        before += cell
        return
    box = quiz_reveal(waits_for=prediction["quiz_id"])
    box.source, box.line = cell.source, cell.line
    parent[place] = box
    box += cell


# --- HTML -----------------------------------------------------------------------------------------


def visit_quiz(self: HTML5Translator, node: quiz) -> None:
    self.body.append(
        f'<div class="quiz" id="{node["quiz_id"]}" data-kind="{node["kind"]}">\n'
        '<fieldset class="quiz-answers">\n'
    )


def depart_quiz(self: HTML5Translator, node: quiz) -> None:
    self.body.append("</fieldset>\n")
    if node["kind"] == "predict":
        self.body.append(_sure_html(node["quiz_id"]))
    self.body.append('<p class="quiz-status" role="status" tabindex="-1"></p>\n</div>\n')


def _sure_html(quiz_id: str) -> str:
    choices = "\n".join(
        f'<label><input type="radio" name="{quiz_id}-sure" value="{value}" autocomplete="off"> '
        f"{text}</label>"
        for value, text in SURE
    )
    return (
        '<fieldset class="quiz-sure" hidden>\n<legend>How sure are you?</legend>\n'
        f"{choices}\n</fieldset>\n"
        '<button class="quiz-lock" type="button" hidden>Lock in my answer</button>\n'
    )


def visit_prompt(self: HTML5Translator, node: quiz_prompt) -> None:
    kind = "Predict" if node.parent["kind"] == "predict" else "Question"
    self.body.append(f'<legend><span class="quiz-kind">{kind}</span> ')


def depart_prompt(self: HTML5Translator, node: quiz_prompt) -> None:
    self.body.append("</legend>\n")


def visit_option(self: HTML5Translator, node: quiz_option) -> None:
    state = "right" if node["correct"] else "wrong"
    self.body.append(f'<div class="quiz-option" data-answer="{state}">\n')


def depart_option(self: HTML5Translator, node: quiz_option) -> None:
    self.body.append("</div>\n")


def visit_answer(self: HTML5Translator, node: quiz_answer) -> None:
    quiz_node = node.parent.parent
    number = [child for child in quiz_node if isinstance(child, quiz_option)].index(node.parent)
    self.body.append(
        f'<label><input type="radio" name="{quiz_node["quiz_id"]}" value="{number + 1}" '
        'autocomplete="off"> <span class="quiz-answer">'
    )


def depart_answer(self: HTML5Translator, node: quiz_answer) -> None:
    self.body.append("</span></label>\n")


def visit_why(self: HTML5Translator, node: quiz_why) -> None:
    verdict = "Right." if node.parent["correct"] else "Not this one."
    self.body.append(
        '<details class="quiz-why"><summary>If this is your answer</summary>\n'
        f'<p class="quiz-verdict">{verdict}</p>\n'
    )


def depart_why(self: HTML5Translator, node: quiz_why) -> None:
    self.body.append("</details>\n")


def visit_reveal(self: HTML5Translator, node: quiz_reveal) -> None:
    self.body.append(
        f'<details class="quiz-reveal" data-waits-for="{node["waits_for"]}">\n'
        "<summary>Run it: what really comes out</summary>\n"
    )


def depart_reveal(self: HTML5Translator, node: quiz_reveal) -> None:
    self.body.append("</details>\n")


VISITORS = {
    quiz: (visit_quiz, depart_quiz),
    quiz_prompt: (visit_prompt, depart_prompt),
    quiz_option: (visit_option, depart_option),
    quiz_answer: (visit_answer, depart_answer),
    quiz_why: (visit_why, depart_why),
    quiz_reveal: (visit_reveal, depart_reveal),
}


# --- Every other format ---------------------------------------------------------------------------


class PlainQuiz(SphinxPostTransform):
    """Where there are no forms (LaTeX, text), a question is a list with its answers under it."""

    default_priority = 200

    def run(self, **kwargs: object) -> None:
        if self.app.builder.format == "html":
            return
        for node in list(self.document.findall(quiz)):
            node.replace_self(list(plain(node)))
        for node in list(self.document.findall(quiz_reveal)):
            node.replace_self(node.children)


def plain(node: quiz) -> Iterator[nodes.Node]:
    options = nodes.bullet_list()
    for child in node:
        if isinstance(child, quiz_prompt):
            yield nodes.paragraph("", "", nodes.strong("", "", *child.children))
        elif isinstance(child, quiz_option):
            answer, why = child
            verdict = "Right." if child["correct"] else "Not this one."
            options += nodes.list_item(
                "",
                nodes.paragraph("", "", *answer.children),
                nodes.paragraph("", verdict),
                *why.children,
            )
        else:
            yield child
    yield options


def setup(app: Sphinx) -> dict[str, object]:
    for node, html in VISITORS.items():
        app.add_node(node, html=html)
    app.add_directive("predict", Quiz)
    app.add_directive("question", Quiz)
    app.add_transform(WrapRevealCells)
    app.add_post_transform(PlainQuiz)
    app.connect("source-read", fences_are_read)
    app.connect("env-purge-doc", forget_page)
    app.connect("env-merge-info", merge_names)
    app.connect("env-check-consistency", names_differ_across_pages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
