"""One stylesheet out of many, without the rules that no page can ever match.

The theme alone brings 400 KB of rules, most of them for parts that this book does not have. A rule
stays when every class, id and element that its selector names occurs in some page, or as a word in
some script, which may set it later. What stands in `:not(...)` and in `[...]` counts for nothing:
in doubt, a rule stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtRule,
    Comment,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    StringToken,
    URLToken,
    WhitespaceToken,
)

GROUPS = ("media", "supports", "layer", "container")  # at-rules that hold rules
ALTERNATIVES = ("is", "where", "has")
# A declaration of a custom property in text that `written` has written.
DECLARED = re.compile(r"(?<=[{;])(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*;?")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass
class Used:
    """What occurs in the pages and scripts: element names, and words that may be classes or ids."""

    tags: set[str] = field(default_factory=lambda: {"html", "body"})
    words: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)

    def add_page(self, text: str) -> None:
        _Names(self).feed(text)
        self.variables.update(VARIABLE.findall(text))

    def add_script(self, text: str) -> None:
        names = set(re.findall(r"-?[A-Za-z_][\w-]*", text))
        self.words |= names
        self.tags |= {name.lower() for name in names}
        self.variables.update(re.findall(r"--[\w-]+", text))

    def add_style(self, text: str) -> None:
        self.variables.update(VARIABLE.findall(text))


class _Names(HTMLParser):
    def __init__(self, used: Used) -> None:
        super().__init__()
        self.used = used

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.used.tags.add(tag)
        for name, value in attrs:
            if name in ("class", "id") and value:
                self.used.words.update(value.split())


# --- Reading --------------------------------------------------------------------------------------


def merged(files: Iterable[Path], folder: Path) -> list[Node]:
    """The rules of all files and of what they import, their addresses relative to `folder`."""
    return [rule for file in files for rule in _rules(file, folder)]


def _rules(file: Path, folder: Path) -> Iterator[Node]:
    rules = tinycss2.parse_stylesheet(file.read_text(encoding="utf8"), skip_whitespace=True)
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword == "import":
            address = next(t.value for t in rule.prelude if isinstance(t, (StringToken, URLToken)))
            yield from _rules((file.parent / address).resolve(), folder)
        elif not (isinstance(rule, AtRule) and rule.lower_at_keyword == "charset"):
            _move_addresses(rule, file.parent, folder)
            yield rule


def _move_addresses(node: Node, source: Path, folder: Path) -> None:
    for part in ("prelude", "content", "arguments"):
        for token in getattr(node, part, None) or []:
            if isinstance(token, URLToken) and not re.match(r"[a-z]+:|#|/", token.value):
                moved = (source / token.value).resolve().relative_to(folder.resolve())
                token.value = moved.as_posix()
                token.representation = f'url("{token.value}")'
            else:
                _move_addresses(token, source, folder)


# --- Leaving out ----------------------------------------------------------------------------------


def without_unused(rules: Iterable[Node], used: Used) -> list[Node]:
    """The rules that some page or script can match, with the selectors that can."""
    kept = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            rule.prelude = _live_selectors(rule.prelude, used)
            if rule.prelude:
                kept.append(rule)
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in GROUPS and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            rule.content = without_unused(inner, used)
            if rule.content:
                kept.append(rule)
        else:
            kept.append(rule)
    return kept


def _live_selectors(prelude: list[Node], used: Used) -> list[Node]:
    live: list[Node] = []
    for selector in _split(prelude):
        if _can_match(selector, used):
            live += [LiteralToken(0, 0, ","), *selector] if live else selector
    return live


def _split(tokens: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        elif not isinstance(token, Comment):
            parts[-1].append(token)
    return [_stripped(part) for part in parts]


def _stripped(tokens: list[Node]) -> list[Node]:
    while tokens and isinstance(tokens[0], WhitespaceToken):
        tokens = tokens[1:]
    while tokens and isinstance(tokens[-1], WhitespaceToken):
        tokens = tokens[:-1]
    return tokens


def _can_match(selector: list[Node], used: Used) -> bool:
    before: Node | None = None
    for token in selector:
        if isinstance(token, HashToken) and token.value not in used.words:
            return False
        if isinstance(token, IdentToken):
            if before == ".":
                if token.value not in used.words:
                    return False
            elif before != ":" and token.lower_value not in used.tags:
                return False
        if isinstance(token, FunctionBlock) and token.lower_name in ALTERNATIVES:
            alternatives = _split(token.arguments)
            if not any(_can_match(alternative, used) for alternative in alternatives):
                return False
        before = token
    return True


def without_unused_variables(css: str, used: Used) -> str:
    """Drop declarations of custom properties that nothing reads, and then what only they read."""
    read = used.variables | set(VARIABLE.findall(css))
    shorter = DECLARED.sub(lambda match: match[0] if match[1] in read else "", css)
    if shorter != css:
        return without_unused_variables(shorter, used)
    return _without_empty_rules(css)


def _without_empty_rules(css: str) -> str:
    shorter = re.sub(r"(?<=[{}])[^{}/]+\{\}", "", css)
    return css if shorter == css else _without_empty_rules(shorter)


# --- Writing --------------------------------------------------------------------------------------


def written(rules: Iterable[Node]) -> str:
    """The rules as text, without comments, but for the licenses' (`/*!`), each once."""
    licenses: dict[str, None] = {}
    out = []
    for rule in rules:
        if isinstance(rule, Comment):
            if rule.value.startswith("!"):
                licenses[f"/*{rule.value}*/"] = None
        elif isinstance(rule, QualifiedRule):
            out.append(f"{_text(rule.prelude)}{{{_text(rule.content)}}}")
        elif isinstance(rule, AtRule):
            head = f"@{rule.at_keyword} {_text(rule.prelude)}".strip()
            is_group = rule.lower_at_keyword in GROUPS
            body = None if rule.content is None else (written if is_group else _text)(rule.content)
            out.append(f"{head};" if body is None else f"{head}{{{body}}}")
    return "\n".join(licenses) + "".join(out)


def _text(tokens: list[Node]) -> str:
    visible = [token for token in tokens if not isinstance(token, Comment)]
    text = tinycss2.serialize([_one_space(token) for token in _stripped(visible)])
    # Around these, white space says nothing; within strings and brackets it is left alone.
    parts = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))""", text)
    parts[::2] = [re.sub(r"\s*([{};])\s*|:\s+", _tight, part) for part in parts[::2]]
    return "".join(parts).rstrip(";")


def _tight(match: re.Match[str]) -> str:
    return match[1] or ":"


def _one_space(token: Node) -> Node:
    return WhitespaceToken(0, 0, " ") if isinstance(token, WhitespaceToken) else token
