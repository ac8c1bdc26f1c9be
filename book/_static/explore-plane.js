// The plane under a matrix: drag the images of the two basis vectors, and with a bias its tip.
"use strict";

(() => {
  const { animate, announcer, button, fit, handle, html, number, place, start, svg } = LinearFigures;
  const COLORS = ["var(--figure-weight)", "var(--figure-grad)"];

  function plane(stage, data) {
    const asColumns = data.view === "columns";
    const part = asColumns ? "column" : "row";
    const { reach, limit } = data; // the plane is drawn from -reach to reach, images end at limit
    const state = { images: data.start.map((image) => [...image]), bias: data.bias && [...data.bias] };
    const bias = () => state.bias || [0, 0];
    const say = announcer(stage);
    const clamp = (value, most) => Math.max(-most, Math.min(most, value));
    let width = 400;
    let moving = 0; // counts changes, so that a new one stops a running animation

    const screen = ([x, y]) => [(x / reach + 1) * width / 2, (1 - y / reach) * width / 2];
    const image = ([x, y]) =>
      bias().map((b, k) => x * state.images[0][k] + y * state.images[1][k] + b);
    const path = (points) => `M${points.map((p) => screen(p).map((v) => v.toFixed(1)).join(" ")).join("L")}`;
    function fromEvent(event) {
      const box = picture.getBoundingClientRect();
      return [
        ((event.clientX - box.left) / box.width * 2 - 1) * reach,
        (1 - (event.clientY - box.top) / box.height * 2) * reach,
      ];
    }

    const layer = (name) => svg("path", { class: `plane-${name}` });
    const parts = Object.fromEntries(
      ["before", "grid", "axes", "square", "ghost", "letter"].map((name) => [name, layer(name)]));
    const arrows = [...COLORS, "var(--figure-bias)"].map((color) =>
      svg("path", { class: "plane-arrow", style: `color:${color}` }));
    const names = [...COLORS, "var(--figure-bias)"].map((color, k) =>
      svg("text", { class: "plane-name", style: `fill:${color}` }, k < 2 ? `${part} ${k}` : "bias"));
    const ends = [0, 1].map((k) => handle(
      `${part} ${k}: where [${k ? "0, 1" : "1, 0"}] lands`, COLORS[k],
      () => state.images[k].map((value, axis) => value + bias()[axis]),
      (tip) => set(() => { state.images[k] = tip.map((value, axis) => clamp(value - bias()[axis], limit)); }),
      fromEvent, [-limit, limit]));
    if (state.bias) {
      ends.push(handle("bias: where [0, 0] lands", "var(--figure-bias)", bias,
        (tip) => set(() => { state.bias = tip.map((value) => clamp(value, data.biasLimit)); }),
        fromEvent, [-data.biasLimit, data.biasLimit]));
    }
    const picture = svg("svg", { class: "explore-picture", role: "group", "aria-label": "The plane under the matrix" }, [
      svg("g", { "aria-hidden": "true" }, [...Object.values(parts), ...arrows, ...names]), ...ends]);

    // Entry (r, c) as it stands in the matrix -> its place in state.images.
    const entry = (r, c) => (asColumns ? [c, r] : [r, c]);
    const field = (label, color, most, get, put) => {
      const input = html("input", {
        type: "number", step: 0.1, min: -most, max: most, "aria-label": label, style: `color:${color}`,
        oninput: () => { if (input.value !== "") set(() => put(clamp(+input.value, most)), input); },
      });
      return Object.assign(input, { show: () => { input.value = +get().toFixed(2); } });
    };
    const fields = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([r, c]) => {
      const [i, k] = entry(r, c);
      return field(`${data.name}, row ${r}, column ${c}`, COLORS[i], limit,
        () => state.images[i][k], (value) => { state.images[i][k] = value; });
    });
    const biasFields = [0, 1].map((k) => field(`bias ${k}`, "var(--figure-bias)", data.biasLimit,
      () => bias()[k], (value) => { state.bias[k] = value; }));
    const determinant = html("strong");
    const meaning = html("span");

    function set(change, typing) {
      moving += 1;
      change();
      render(typing);
    }

    function glide(target) {
      const from = state.images;
      const mine = (moving += 1);
      animate(450, (part) => {
        if (mine !== moving) return;
        const eased = part * part * (3 - 2 * part);
        state.images = from.map((row, i) =>
          row.map((value, k) => (part === 1 ? target[i][k] : value + eased * (target[i][k] - value))));
        render();
      });
    }

    function gridPath(map, lines) {
      const far = 2 * Math.ceil(reach);
      return lines.map((k) => path([map([-far, k]), map([far, k])]) + path([map([k, -far]), map([k, far])])).join("");
    }

    function arrow(from, to) {
      const [[x0, y0], [x1, y1]] = [screen(from), screen(to)];
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length < 12) return "";
      const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
      const [bx, by] = [x1 - 20 * ux, y1 - 20 * uy]; // the head ends where the knob begins
      return `M${x0} ${y0}L${bx} ${by}M${bx + 5 * uy} ${by - 5 * ux}L${x1 - 10 * ux} ${y1 - 10 * uy}L${bx - 5 * uy} ${by + 5 * ux}Z`;
    }

    function words(det) {
      if (Math.abs(det) < 1e-9) return "No area is left: the plane lies flat.";
      const size = Math.abs(det);
      const area = Math.abs(size - 1) < 0.005 ? "Areas stay as they are"
        : `Areas ${size > 1 ? "grow" : "shrink"} to ${number(size)} times`;
      return `${area}${det < 0 ? ", and the letter is turned over" : ""}.`;
    }

    function render(typing) {
      const same = (point) => point;
      const far = Math.ceil(reach);
      const lines = Array.from({ length: 4 * far + 1 }, (_, k) => k - 2 * far);
      const shape = [...data.letter, data.letter[0]];
      const paths = {
        before: gridPath(same, lines), grid: gridPath(image, lines), axes: gridPath(image, [0]),
        square: path([[0, 0], [1, 0], [1, 1], [0, 1]].map(image)),
        ghost: path(shape), letter: path(shape.map(image)),
      };
      for (const [name, d] of Object.entries(paths)) parts[name].setAttribute("d", d);
      const origin = bias();
      const tips = [image([1, 0]), image([0, 1]), origin];
      tips.forEach((tip, k) => {
        const from = k < 2 ? origin : [0, 0];
        arrows[k].setAttribute("d", arrow(from, tip));
        if (ends[k]) place(ends[k], screen(tip), k < 2 ? state.images[k] : tip);
        const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]);
        const shown = ends[k] && length > 0.25;
        const [along, up] = length ? [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length] : [0, 0];
        // Beyond the tip of a column or row; beside the middle of the bias, whose tip they start from.
        const [left, top] = k < 2 ? screen(tip) : screen([tip[0] / 2, tip[1] / 2]);
        const half = 4.2 * names[k].textContent.length;
        const [dx, dy] = k < 2 ? [(half + 14) * along, -26 * up]
          : [-(half + 10) * Math.abs(up), (along > 0 === up > 0 ? -16 : 20) * Math.abs(along)];
        names[k].setAttribute("x", Math.max(half, Math.min(width - half, left + dx)));
        names[k].setAttribute("y", Math.max(14, Math.min(width - 6, top + dy + 5)));
        names[k].setAttribute("visibility", shown ? "visible" : "hidden");
      });
      for (const input of [...fields, ...biasFields]) if (input !== typing) input.show();
      const [[a, b], [c, d]] = state.images;
      const det = a * d - b * c;
      determinant.textContent = number(det);
      meaning.textContent = words(det);
      say(`Determinant ${number(det)}. ${words(det)}`);
    }

    const matrix = html("div", { class: "plane-matrix" }, [
      html("span", { class: "plane-label" }, `${data.name} =`),
      html("span", { class: "plane-entries" }, fields),
    ]);
    const shift = html("div", { class: "plane-matrix" }, [
      html("span", { class: "plane-label" }, "bias ="),
      html("span", { class: "plane-entries" }, biasFields),
    ]);
    stage.prepend(html("div", { class: "explore-columns" }, [
      picture,
      html("div", { class: "explore-side" }, [
        matrix, ...(state.bias ? [shift] : []),
        html("p", { class: "plane-det" }, [html("span", {}, "determinant "), determinant, html("br"), meaning]),
        html("div", { class: "explore-row", role: "group", "aria-label": "Matrices to start from" },
          data.presets.map(({ name, images }) => button(name, () => glide(images)))),
      ]),
    ]));
    render();
    fit(picture, (now) => {
      width = now;
      picture.setAttribute("viewBox", `0 0 ${width} ${width}`);
      render();
    });
  }

  start("plane", plane);
})();
