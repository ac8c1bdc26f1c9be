"""The interactive figures, in a real browser: what they show is what PyTorch computes.

Each is made as on its page, written into a small file, and opened from there, as a reader of the
downloaded book would. Chromium is looked for in $CHROMIUM, on the path, and where Playwright puts
its own. Where there is none, these tests are skipped, and say so; in CI they fail.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import matplotlib
import pytest
import torch
from linearbook import figure_scripts, figures, interactive, shape_errors
from linearbook.interactive_layer import show_layer
from linearbook.interactive_plane import show_plane
from torch.nn import functional as F  # noqa: N812

matplotlib.use("agg")

STATIC = Path(__file__).resolve().parents[2] / "book" / "_static"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
PHONE = {"width": 360, "height": 740}

# One browser for all of them.
pytestmark = pytest.mark.xdist_group("browser")


# --- the figures as the pages make them -----------------------------------------------------------

TURN = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
SHEAR = torch.tensor([[1.0, 0.0], [0.5, 1.0]])
BIAS = torch.tensor([0.5, -1.0])


def make_plane() -> None:
    show_plane({"turn": TURN, "shear": SHEAR}, start="shear", first="drag a row.")


def make_plane_with_bias() -> None:
    show_plane({"turn": TURN, "shear": SHEAR}, start="shear", first="drag the bias.", bias=BIAS)


X = torch.tensor([[-2.0, 3, 1], [-1, 4, 2], [0, -2, 3], [1, -1, 4]])
WEIGHT = torch.tensor([[1.0, -2, 3], [0, 4, -1]])
ARRIVING = torch.tensor([[1.0, 0], [-2, 1], [3, -1], [1, 2]])


def make_layer() -> None:
    show_layer(X, WEIGHT, BIAS, first="point at a cell.")


def make_layer_backward() -> None:
    show_layer(X, WEIGHT, BIAS, grad_output=ARRIVING, mode="backward", first="point at a cell.")


def make_shapes() -> None:
    show_layer(X, WEIGHT, BIAS, mode="shapes", first="change a size.")


FIGURES = {
    "plane": make_plane,
    "plane with bias": make_plane_with_bias,
    "layer": make_layer,
    "layer backward": make_layer_backward,
    "shapes": make_shapes,
}


@pytest.fixture(scope="session")
def markup() -> dict[str, str]:
    """Name -> the HTML that the figure's cell displays."""
    shown = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interactive, "display", lambda data, raw: shown.append(data["text/html"]))
        for make in FIGURES.values():
            make()
    return dict(zip(FIGURES, shown, strict=True))


def numbers_of(markup: str) -> dict:
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', markup)[1])


@pytest.fixture(scope="session")
def files(markup, tmp_path_factory) -> dict[str, Path]:
    """Name -> a page with this figure and its scripts, as a file."""
    folder = tmp_path_factory.mktemp("figures")
    files = {}
    for number, (name, figure) in enumerate(markup.items()):
        head = "".join(
            f'<script defer src="{STATIC.as_uri()}/{script}.js"></script>'
            for script in figure_scripts.scripts_for(interactive.kinds_in(figure))
        )
        head += "".join(
            f'<link rel="stylesheet" href="{STATIC.as_uri()}/{style}.css">'
            for style in ("book", "explore")
        )
        files[name] = folder / f"{number}.html"
        files[name].write_text(
            f'<!doctype html><html lang="en" data-theme="auto"><title>{name}</title>'
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"{head}<body>{figure}</body></html>"
        )
    return files


# --- the browser ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator:
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            path = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            yield browser
            browser.close()
    except Exception as error:
        if "CI" in os.environ:
            raise
        if isinstance(error, ImportError) or "Executable doesn't exist" in str(error):
            pytest.skip(
                "NOT TESTED: the interactive figures, for want of a browser; "
                f"`python -m playwright install chromium` brings one ({error})"
            )
        raise


@pytest.fixture
def visit(browser, files):
    """Open a figure by name; at the end, whatever the console complained about fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_figure(name: str, **settings):
        settings = {
            "viewport": {"width": 900, "height": 900},
            "reduced_motion": "reduce",
        } | settings
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(files[name].as_uri())
        return page

    yield open_figure
    for context in contexts:
        context.close()
    assert complaints == []


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page, locator, right: float, down: float) -> None:
    x, y = middle(locator)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2)
    page.mouse.move(x + right, y + down)
    page.mouse.up()


def press(page, locator, *keys: str) -> None:
    locator.focus()
    for key in keys:
        page.keyboard.press(key)


def number(text: str) -> float:
    return float(text.replace("−", "-"))


# --- what holds for each of them ------------------------------------------------------------------


@pytest.mark.parametrize("name", FIGURES)
def test_without_scripts_a_still_picture_and_a_sentence_remain(name, visit):
    page = visit(name, java_script_enabled=False)
    assert page.locator("svg.linear-figure").is_visible()
    assert page.get_by_text(interactive.WITHOUT_SCRIPTS).is_visible()
    assert page.locator(".explore-stage").count() == 0


@pytest.mark.parametrize("name", FIGURES)
def test_with_scripts_the_picture_gives_way_to_something_to_try(name, visit):
    page = visit(name)
    assert page.get_by_text("Try first").is_visible()
    assert not page.locator("svg.linear-figure").is_visible()
    assert page.get_by_role("button", name="Reset").is_visible()


@pytest.mark.parametrize("name", FIGURES)
def test_a_phone_shows_it_without_scrolling_sideways(name, visit):
    page = visit(name, viewport=PHONE, has_touch=True)
    page.get_by_text("Try first").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    wide = page.evaluate(
        "[...document.querySelectorAll('.explore *')].filter(e => e.getClientRects().length"
        " && !e.closest('.explore-hidden, svg') && e.getBoundingClientRect().right > innerWidth)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert wide == []


@pytest.mark.parametrize("name", FIGURES)
def test_all_that_can_be_operated_has_a_name(name, visit):
    page = visit(name)
    nameless = page.evaluate(
        "[...document.querySelectorAll('.explore-stage :is(input, select, [tabindex])')]"
        ".filter(e => !e.getAttribute('aria-label') && !e.labels?.length)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert nameless == []


def test_scripts_and_numbers_are_small(markup):
    sizes = {path.stem: path.stat().st_size for path in STATIC.glob("explore*.js")}
    assert set(sizes) == set(figure_scripts.scripts_for(list(interactive.KINDS)))
    assert {name: size for name, size in sizes.items() if size > 10_240} == {}
    for figure in markup.values():
        text = json.dumps(numbers_of(figure), separators=(",", ":"))
        assert len(text) <= interactive.LARGEST


def test_the_colors_are_those_of_every_other_figure():
    css = (STATIC / "explore.css").read_text()
    light, dark = css.split('html[data-theme="dark"]')
    for colors, rules in ((figures.COLORS, light), (figures.DARK_COLORS, dark.split("}")[0])):
        assert {name: color for name, color in colors.items()} == {
            name: color
            for name, color in re.findall(r"--figure-(\w+): (#\w{6});", rules)
            if name in colors
        }


class App:
    """Stands in for Sphinx and notes what a page is given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str | None]] = []

    def add_css_file(self, name: str) -> None:
        self.given.append((name, None))

    def add_js_file(self, name: str, loading_method: str) -> None:
        self.given.append((name, loading_method))


def test_only_a_page_with_a_figure_gets_scripts_and_they_are_deferred(markup):
    app = App()
    figure_scripts.add_scripts(app, "page", "", {"body": "<p>data-explore plane</p>"}, None)
    assert app.given == []
    body = {"body": 2 * markup["plane"]}
    figure_scripts.add_scripts(app, "page", "", body, None)
    assert app.given == [
        ("explore.css", None), ("explore.js", "defer"), ("explore-plane.js", "defer")
    ]  # fmt: skip
    assert all((STATIC / name).is_file() for name, _ in app.given)


def embed(data: dict) -> None:
    fig, _ = figures.plt.subplots()
    interactive.embed("plane", data, fig, alt="A", caption="B", first="C")


@pytest.mark.parametrize(
    ("data", "words"),
    [({"n": float("nan")}, "not JSON compliant"), ({"n": "x" * 50_000}, "50.* is the limit")],
)
def test_numbers_that_are_no_numbers_or_too_many_are_refused(data, words):
    with pytest.raises(ValueError, match=words):
        embed(data)
    figures.plt.close("all")


def test_a_text_cannot_end_the_element_that_holds_it(monkeypatch):
    shown = []
    monkeypatch.setattr(interactive, "display", lambda data, raw: shown.append(data["text/html"]))
    embed({"text": "</script><b>"})
    assert shown[0].count("</script>") == 1 and numbers_of(shown[0])["text"] == "</script><b>"


# --- the plane under a matrix ---------------------------------------------------------------------


def entries(page, name: str = "M") -> torch.Tensor:
    fields = page.get_by_label(re.compile(f"^{name}, row"))
    return torch.tensor([float(field.input_value()) for field in fields.all()]).reshape(2, 2)


def determinant(page) -> float:
    return number(page.locator(".plane-det strong").inner_text())


def on_screen(page, handle) -> torch.Tensor:
    """The point of the plane where a handle is drawn."""
    box = page.locator(".explore-picture").bounding_box()
    x, y = middle(handle.locator(".explore-knob"))
    reach = page.evaluate("JSON.parse(document.querySelector('.explore script').textContent).reach")
    across, up = (x - box["x"]) / box["width"], (y - box["y"]) / box["height"]
    return torch.tensor([2 * across - 1, 1 - 2 * up]) * reach


def test_plane_arrow_keys_move_a_row_and_the_determinant_follows(visit):
    page = visit("plane")
    row = page.get_by_role("slider", name="row 1")
    press(page, row, *["ArrowRight"] * 2, *["ArrowUp"] * 4, "Shift+ArrowLeft")
    due = torch.tensor([[1.0, 0.0], [0.2, 1.4]])
    torch.testing.assert_close(entries(page), due)
    assert determinant(page) == pytest.approx(torch.linalg.det(due).item())
    assert row.get_attribute("aria-valuetext") == "0.2 across, 1.4 up"
    page.get_by_role("button", name="Reset").click()
    torch.testing.assert_close(entries(page), SHEAR)


@pytest.mark.parametrize("screen", [{}, {"viewport": PHONE, "has_touch": True}])
def test_plane_a_drag_moves_a_row_and_no_other(screen, visit):
    page = visit("plane", **screen)
    handle = page.get_by_role("slider", name="row 0")
    one = page.locator(".explore-picture").bounding_box()["width"] / 6
    drag(page, handle.locator(".explore-knob"), -2 * one, -1.5 * one)
    due = torch.tensor([[-1.0, 1.5], [0.5, 1.0]])
    torch.testing.assert_close(entries(page), due)
    assert determinant(page) == pytest.approx(torch.linalg.det(due).item())
    torch.testing.assert_close(
        on_screen(page, handle), torch.tensor([1.0, 0.0]) @ due, atol=0.03, rtol=0
    )


def test_plane_a_handle_stops_at_the_edge(visit):
    page = visit("plane")
    drag(page, page.get_by_role("slider", name="row 0").locator(".explore-knob"), 2000, 0)
    assert entries(page)[0].tolist() == [pytest.approx(2.8), 0]


def test_plane_typed_numbers_and_chosen_matrices_are_taken(visit):
    page = visit("plane")
    page.get_by_label("M, row 0, column 1").fill("0.25")
    assert entries(page)[0].tolist() == [1, 0.25]
    page.get_by_label("M, row 0, column 1").fill("")  # on the way to another number
    assert entries_or_blank(page) == ["1", "", "0.5", "1"]
    page.get_by_role("button", name="turn").click()
    torch.testing.assert_close(entries(page), TURN)
    assert determinant(page) == 1


def entries_or_blank(page) -> list[str]:
    return [field.input_value() for field in page.get_by_label(re.compile("^M, row")).all()]


def test_plane_with_a_bias_shows_what_linear_computes(visit):
    page = visit("plane with bias")
    press(page, page.get_by_role("slider", name="column 0"), *["ArrowUp"] * 5)
    press(page, page.get_by_role("slider", name="bias"), *["ArrowLeft"] * 8)
    weight, bias = entries(page, "weight"), BIAS - torch.tensor([0.8, 0.0])
    torch.testing.assert_close(weight, torch.tensor([[1.0, 0.0], [1.0, 1.0]]))
    for point, name in (([1.0, 0.0], "column 0"), ([0.0, 1.0], "column 1"), ([0.0, 0.0], "bias")):
        seen = on_screen(page, page.get_by_role("slider", name=name))
        torch.testing.assert_close(
            seen, F.linear(torch.tensor(point), weight, bias), atol=0.03, rtol=0
        )


# --- inside the layer -----------------------------------------------------------------------------


def sum_shown(page) -> tuple[str, float, float]:
    """The name in front of the sum below the cells, what its terms add up to, and its result."""
    name, terms, result = page.locator(".layer-sum").inner_text().split(" = ")
    added = 0.0
    for term in terms.split(" + "):
        factors = [number(factor.strip("()")) for factor in term.split("·")]
        added += torch.tensor(factors, dtype=torch.float64).prod().item()
    return name, added, number(result)


def walk(page, due: torch.Tensor, name: str) -> None:
    """Go through all cells of the result by arrow keys and compare each with `due`."""
    rows, columns = due.shape
    page.get_by_role("gridcell", selected=True).focus()
    for key in ["ArrowUp"] * rows + ["ArrowLeft"] * columns:
        page.keyboard.press(key)
    for r in range(rows):
        for c in range(columns):
            place = f"[{r}, {c}]" if name != "bias.grad" else f"[{c}]"
            said, added, result = sum_shown(page)
            assert said == name + place
            assert added == pytest.approx(due[r, c].item()) == result
            focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
            assert focused.startswith(f"{name}{place} = ")
            page.keyboard.press("ArrowRight")
        for key in ["ArrowDown"] + ["ArrowLeft"] * columns:
            page.keyboard.press(key)


def test_layer_every_output_is_the_sum_that_linear_computes(visit):
    walk(visit("layer"), F.linear(X, WEIGHT, BIAS), "y")


def test_layer_backward_every_gradient_is_the_sum_that_autograd_computes(visit):
    page = visit("layer backward")
    leaves = {"x": X, "weight": WEIGHT, "bias": BIAS}
    leaves = {name: tensor.clone().requires_grad_() for name, tensor in leaves.items()}
    F.linear(leaves["x"], leaves["weight"], leaves["bias"]).backward(ARRIVING)
    for name, leaf in leaves.items():
        page.get_by_label(name, exact=True).check()
        walk(page, torch.atleast_2d(leaf.grad), f"{name}.grad")


@pytest.mark.parametrize("touch", [False, True])
def test_layer_pointing_at_an_output_lights_up_what_makes_it(touch, visit):
    page = visit("layer", **({"viewport": PHONE, "has_touch": True} if touch else {}))
    cell = page.get_by_role("gridcell", name="y[2, 0] =")
    cell.tap() if touch else cell.hover()
    assert sum_shown(page)[0] == "y[2, 0]"
    lit = page.locator(".layer-cell.is-lit text").all_text_contents()
    due = [
        *X[2].tolist(),
        *WEIGHT[0].tolist(),
        BIAS[0].item(),
        F.linear(X, WEIGHT, BIAS)[2, 0].item(),
    ]
    assert sorted(map(number, lit)) == sorted(due)


def test_layer_the_three_views_follow_the_keyboard(visit):
    page = visit("layer")
    page.get_by_label("forward").focus()
    page.keyboard.press("ArrowRight")
    assert sum_shown(page)[0].startswith("weight.grad")
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("shape of x").is_visible()


# --- the shape checker ----------------------------------------------------------------------------


def drawn_cases(count: int) -> list[dict]:
    """Calls of nn.Linear, a good part of them with sizes that do not fit."""
    generator = random.Random(0)
    cases = []
    for _ in range(count):
        ins = generator.choice([0, 1, 1, 2, 3, 4, 5, 7, 64])
        shape = [generator.choice([0, 1, 2, 3, 5, 12]) for _ in range(generator.randrange(6))]
        if shape and generator.random() < 0.5:
            shape[-1] = ins
        cases.append(
            {
                "shape": shape,
                "inFeatures": ins,
                "outFeatures": generator.choice([0, 1, 2, 3, 5, 10]),
                "bias": generator.random() < 0.5,
                "dtype": generator.choice(["float32", *shape_errors.DTYPES]),
            }
        )
    return cases


def in_pytorch(case: dict) -> tuple:
    """What nn.Linear makes of a case: its shape, or the error's type and text."""
    layer = torch.nn.Linear(case["inFeatures"], case["outFeatures"], bias=case["bias"])
    try:
        return tuple(layer(torch.ones(case["shape"], dtype=getattr(torch, case["dtype"]))).shape)
    except RuntimeError as error:
        return type(error).__name__, str(error)


@pytest.mark.filterwarnings("ignore:Initializing zero-element tensors")
def test_shapes_the_checker_says_what_pytorch_says(visit):
    cases = drawn_cases(600)
    answers = visit("shapes").evaluate(
        """cases => {
            const { checker } = JSON.parse(document.querySelector(".explore script").textContent);
            return cases.map((one) => LinearFigures.check(checker, one));
        }""",
        cases,
    )
    due = [in_pytorch(case) for case in cases]
    said = [
        tuple(answer["shape"]) if "shape" in answer else (answer["error"], answer["message"])
        for answer in answers
    ]
    assert [pair for pair in zip(cases, said, due, strict=True) if pair[1] != pair[2]] == []
    # The draw has some of every kind.
    texts = [re.sub(r"\d+", "", one[1]) for one in due if "RuntimeError" in one]
    assert len(set(texts)) >= 5 and 200 < len(texts) < 500


WRITTEN = {
    "(32, 784)": [32, 784],
    "784": [784],
    "784,": [784],
    "0 4": [0, 4],
    "": [],
    "()": [],
    "2, x": None,
    "2.5, 3": None,
    "-1, 3": None,
}


def test_shapes_are_read_as_people_write_them(visit):
    page = visit("shapes")
    read = page.evaluate("texts => texts.map(LinearFigures.parseShape)", list(WRITTEN))
    assert dict(zip(WRITTEN, read, strict=True)) == WRITTEN


def test_shapes_typing_gives_the_error_its_reason_and_a_remedy_that_works(visit):
    page = visit("shapes")
    verdict = page.locator(".shapes-verdict")
    page.get_by_label("shape of x").fill("32, 1, 28, 28")
    page.get_by_label("in_features").fill("784")
    case = {"shape": [32, 1, 28, 28], "inFeatures": 784, "outFeatures": 10, "bias": True}
    assert verdict.inner_text() == ": ".join(in_pytorch(case | {"dtype": "float32"}))
    remedy = page.locator(".shapes-why code").inner_text()
    flat = eval(remedy, {"x": torch.ones(32, 1, 28, 28)})
    assert torch.nn.Linear(784, 10)(flat).shape == (32, 10)
    page.get_by_label("shape of x").fill(", ".join(map(str, flat.shape)))
    assert verdict.inner_text() == "y has shape (32, 10)"
    page.get_by_label("dtype of x").select_option("int64")
    page.get_by_label("bias").uncheck()
    case = {"shape": [32, 784], "inFeatures": 784, "outFeatures": 10, "bias": False}
    assert verdict.inner_text() == ": ".join(in_pytorch(case | {"dtype": "int64"}))
    page.get_by_label("shape of x").fill("3, oops")
    assert "whole numbers" in verdict.inner_text()
    assert page.get_by_label("shape of x").get_attribute("aria-invalid") == "true"
