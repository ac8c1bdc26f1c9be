"""After the build: one stylesheet, fonts of the characters that are shown, nothing without use.

The theme comes with several stylesheets, an icon script of 1.5 MB, icon fonts, source maps and
translations. What is left of them in the built book is what its pages use: `linear-book.css`, with
the handful of icons as a font inside it, and the theme's small script. A file of `_static` that no
page, script or stylesheet names is removed; Sphinx copies it again when it next writes pages.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

from linearbook.web import fonts, found, notebooks, search, stylesheet

logger = logging.getLogger(__name__)

STYLESHEET = "linear-book.css"
# A stylesheet with the font in it: a page opened from a folder may not load a font from a file.
MATH_STYLESHEET = "math.css"
STIX = Path(__file__).with_name("fonts") / "stix-two-math.woff2"
THEME = ("styles/theme.css", "styles/pydata-sphinx-theme.css")  # which its layout adds by itself
# The theme's icon fonts, and the classes that ask for one; the first also draws admonitions' icons.
ICON_FONTS = {
    "fa-solid-900.ttf": ("Font Awesome 6 Free", 900, ()),
    "fa-regular-400.ttf": ("Font Awesome 6 Free", 400, ("fa-regular", "far")),
    "fa-brands-400.ttf": ("Font Awesome 6 Brands", 400, ("fa-brands", "fab")),
}
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
ESCAPED = re.compile(r"\\([0-9a-f]{4,5}) ?")
MATH = re.compile(r"<math.*?</math>", re.S)


def finish_assets(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    notebooks.write_all(app)
    found.write_entrances(app)
    static = Path(app.outdir, "_static")
    shared = [name.removeprefix("_static/") for name in app.linear_stylesheets]
    sources = [static / name for name in (*THEME, *shared)]
    pages = {path: path.read_text(encoding="utf8") for path in pages_in(Path(app.outdir))}
    named = [(path.relative_to(app.outdir).as_posix(), text) for path, text in pages.items()]
    search.write_index(static, [each for each in named if each[0].startswith("book/")])
    # Where no page was written, Sphinx has copied nothing: what an earlier build made is all there.
    if all(source.is_file() for source in sources):
        write_assets(static, sources, pages)
    remove_unused(Path(app.outdir), _own_files(app))


def pages_in(out: Path) -> Iterator[Path]:
    for path in sorted(out.rglob("*.html")):
        if not {"_static", "reports"} & set(path.relative_to(out).parts):
            yield path


def write_assets(static: Path, sources: list[Path], pages: dict[Path, str]) -> None:
    used = stylesheet.Used()
    for text in pages.values():
        used.add_page(text)
    for script in sorted(static.rglob("*.js")):
        if script.name in _scripts_of(pages.values()):
            used.add_script(script.read_text(encoding="utf8"))
    for style in static.glob("*.css"):  # of single pages, which lean on the theme's colors too
        if style.name not in (STYLESHEET, MATH_STYLESHEET):
            used.add_style(style.read_text(encoding="utf8"))
    css = _one_stylesheet(static, sources, used, "".join(pages.values()))
    (static / STYLESHEET).write_text(css, encoding="utf8")
    _write_math_font(static, pages.values())
    _name_version(pages, hashlib.sha256(css.encode()).hexdigest()[:8])


def _scripts_of(pages: Iterable[str]) -> set[str]:
    return {name for text in pages for name in re.findall(r"<script[^>]*/([\w.-]+\.js)", text)}


def _one_stylesheet(static: Path, sources: list[Path], used: stylesheet.Used, pages: str) -> str:
    rules = stylesheet.without_unused(stylesheet.merged(sources, static), used)
    text = stylesheet.written(rules)
    text = re.sub(r"@font-face\{[^{}]*/fontawesome/[^{}]*\}", "", text)
    text = stylesheet.without_unused_variables(text, used)
    return text + "".join(_icon_fonts(static, text + pages, used))


def _icon_fonts(static: Path, text: str, used: stylesheet.Used) -> Iterator[str]:
    """@font-face rules for the icons that the stylesheet and the pages name, and no others."""
    icons = set(PRIVATE_USE.findall(text))
    icons |= {chr(int(code, 16)) for code in ESCAPED.findall(text)}
    icons = {icon for icon in icons if PRIVATE_USE.match(icon)}
    for name, (family, weight, classes) in ICON_FONTS.items():
        font = static / "vendor" / "fontawesome" / "webfonts" / name
        if icons and font.is_file() and (not classes or set(classes) & used.words):
            woff2, _ = fonts.subset(font, icons)
            yield (
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:block;'
                f'src:url("{fonts.data_uri(woff2)}") format("woff2")}}'
            )


def _write_math_font(static: Path, pages: Iterable[str]) -> None:
    """STIX Two Math with the characters of all formulas, or nothing where there are none."""
    formulas = "".join(formula for text in pages for formula in MATH.findall(text))
    shown = html.unescape(re.sub(r"<[^>]*>", "", formulas))
    if not shown:
        return
    shown += "√"  # which <msqrt> draws without naming it
    # A single letter in <mi> is drawn as its italic twin.
    letters = re.findall(r"<mi>(&?\w+;?|.)</mi>", formulas)
    italic = {_italic(html.unescape(letter)) for letter in letters}
    woff2, missing = fonts.subset(STIX, {*shown, *italic} - {"\n", "\r", "\t", ""})
    if missing:
        logger.warning(
            f"math: {STIX.name} has no {' '.join(sorted(missing))!r}; subset it anew with these "
            "from STIX Two Math (see the notes beside it)",
            type="math",
            subtype="font",
        )
    rule = (
        '@font-face{font-family:"STIX Two Math";font-display:swap;'
        f'src:url("{fonts.data_uri(woff2)}") format("woff2")}}'
    )
    (static / MATH_STYLESHEET).write_text(rule, encoding="utf8")


def _italic(letter: str) -> str:
    """The character that browsers draw for `letter` in <mi>: MathML Core's table, its main part."""
    if letter == "h":
        return "\u210e"
    for first, last, start in (
        ("A", "Z", 0x1D434),
        ("a", "z", 0x1D44E),
        ("Α", "Ω", 0x1D6E2),
        ("α", "ω", 0x1D6FC),
    ):
        if len(letter) == 1 and first <= letter <= last:
            return chr(start + ord(letter) - ord(first))
    return {"∂": "\U0001d715", "ϵ": "\U0001d716", "ϕ": "\U0001d719", "ı": "\U0001d6a4"}.get(
        letter, ""
    )


def _name_version(pages: dict[Path, str], version: str) -> None:
    """Name the stylesheet's version, so that no browser shows a new page with an old one."""
    for path, text in pages.items():
        named = re.sub(rf"({re.escape(STYLESHEET)})(\?v=\w+)?", rf"\1?v={version}", text)
        if named != text:
            path.write_text(named, encoding="utf8")


# --- What nothing uses ----------------------------------------------------------------------------


def _own_files(app: Sphinx) -> set[str]:
    """Names of the files that the book's authors put into its own static folders."""
    folders = [Path(app.srcdir, name) for name in app.config.html_static_path]
    return {path.name for folder in folders for path in folder.rglob("*") if path.is_file()}


def remove_unused(out: Path, own: set[str]) -> None:
    """Remove from _static what neither a page nor a file that stays names, and the theme's maps."""
    files = [path for path in (out / "_static").rglob("*") if path.is_file()]
    text = "".join(path.read_text(encoding="utf8") for path in pages_in(out))
    stay: set[Path] = set()
    while True:
        more = [
            path for path in files if path not in stay and (path.name in text or path.name in own)
        ]
        more = [path for path in more if path.suffix != ".map"]
        if not more:
            break
        stay.update(more)
        text = "".join(map(_text, more))
    for path in files:
        if path not in stay:
            path.unlink()
        elif path.suffix == ".js" and path.name not in own:
            _drop_map(path)
    for folder in sorted((out / "_static").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf8") if path.suffix in (".js", ".css", ".svg") else ""


def _drop_map(script: Path) -> None:
    """Take the address of a source map out of a script; the map is not there."""
    before = script.read_text(encoding="utf8")
    after = re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", before)
    if after != before:
        script.write_text(after, encoding="utf8")


def setup(app: Sphinx) -> None:
    app.connect("build-finished", finish_assets, priority=999)  # after all that copy something
