// Inside the layer: which cells make one output, and which make one entry of a gradient.
"use strict";

(() => {
  const { announcer, checker, choice, fit, html, number, start, svg } = LinearFigures;
  const color = (name) => `var(--figure-${name})`;
  const TOP = 24; // pixels for the name above a tensor
  const range = (n) => Array.from({ length: n }, (_, k) => k);

  // For each thing to compute: its name and values, what is shown beside it, which cells make the
  // entry (r, c), and the terms of its sum as [factor, factor] pairs of [tensor, row, column].
  function views(data) {
    const [N, I, O] = [data.x.length, data.x[0].length, data.weight.length];
    const row = (values) => [values];
    const common = { x: data.x, weight: data.weight, bias: row(data.bias), grad: data.gradOutput };
    return {
      y: {
        values: data.y, source: { ...common, grad: null }, color: "y",
        name: (r, c) => `y[${r}, ${c}]`,
        terms: (r, c) => [...range(I).map((i) => [["x", r, i], ["weight", c, i]]), [["bias", 0, c]]],
        words: "A row of x against a row of weight, entry by entry, plus one entry of bias.",
      },
      weight: {
        values: data.grads.weight, source: { ...common, bias: null }, color: "weight",
        name: (r, c) => `weight.grad[${r}, ${c}]`,
        terms: (r, c) => range(N).map((n) => [["grad", n, r], ["x", n, c]]),
        words: `What arrives at the output times the input at the other end, added down the batch: ${N} products.`,
      },
      bias: {
        values: row(data.grads.bias), source: { ...common, bias: null }, color: "bias",
        name: (r, c) => `bias.grad[${c}]`,
        terms: (r, c) => range(N).map((n) => [["grad", n, c]]),
        words: `What arrives at the output, added down the batch: ${N} numbers.`,
      },
      x: {
        values: data.grads.x, source: { ...common, bias: null }, color: "x",
        name: (r, c) => `x.grad[${r}, ${c}]`,
        terms: (r, c) => range(O).map((j) => [["grad", r, j], ["weight", j, c]]),
        words: `What arrives at each output of this sample times the weight on the way, added across the outputs: ${O} products.`,
      },
    };
  }

  const TITLES = { x: "x", weight: "weight", bias: "bias", grad: "grad_output", y: "y" };
  const shapeOf = (name, values) =>
    name === "bias" ? `(${values[0].length},)` : `(${values.length}, ${values[0].length})`;

  function layer(stage, data) {
    const all = views(data);
    const state = { mode: data.mode, grad: data.grad || "weight" };
    const say = announcer(stage);
    const body = html("div");
    const modes = [["forward", "forward"], ["backward", "backward"], ["shapes", "other shapes"]];

    function open() {
      body.replaceChildren();
      if (state.mode === "shapes") checker(body, data.checker, say);
      else if (state.mode === "forward") cells(body, all.y, data.cell);
      else {
        body.append(choice("Gradient of", ["weight", "bias", "x"].map((name) => [name, name]), state.grad, (name) => {
          state.grad = name;
          body.lastChild.remove();
          cells(body, all[name], data.cell);
        }));
        cells(body, all[state.grad], data.cell);
      }
    }

    stage.prepend(choice("Show", modes, state.mode, (mode) => {
      state.mode = mode;
      open();
    }), body);
    open();
  }

  function cells(parent, view, preferred) {
    const { values, source } = view;
    const inside = (k, size) => Math.min(preferred[k], size - 1);
    let chosen = [inside(0, values.length), inside(1, values[0].length)];
    const forward = view.color === "y";
    const at = (ref) => source[ref[0]][ref[1]][ref[2]];

    const tensor = (name, numbers, target) => {
      const drawn = numbers.map((line, r) => line.map((value, c) => svg("g", {
        class: "layer-cell", style: `color:${color(name)}`,
        ...(target && { role: "gridcell", "aria-label": spoken(r, c), onfocus: () => choose([r, c]), onpointerenter: () => choose([r, c]), onclick: () => choose([r, c], true) }),
      }, [svg("rect", { rx: 3 }), svg("text", {}, number(value))])));
      const title = target && !forward ? `${view.name(0, 0).split("[")[0]}` : TITLES[name];
      const label = svg("text", { class: "layer-title", style: `fill:${color(name)}` }, `${title} ${shapeOf(name, numbers)}`);
      return { drawn, label, rows: numbers.length, columns: numbers[0].length };
    };

    const term = (value) => (value < 0 ? `(${number(value)})` : number(value));
    const sum = (r, c) => view.terms(r, c).map((factors) => factors.map((ref) => term(at(ref))).join("·")).join(" + ");
    const spoken = (r, c) => `${view.name(r, c)} = ${sum(r, c)} = ${number(values[r][c])}`;

    const sources = Object.fromEntries(Object.entries(source).filter(([, v]) => v).map(([name, v]) => [name, tensor(name, v)]));
    const target = tensor(view.color, values, true);
    const wires = svg("g", { class: "layer-wires" });
    const grid = svg("g", { role: "grid", "aria-label": forward ? "y: choose an output" : "the gradient: choose an entry", onkeydown: keys },
      target.drawn.map((line) => svg("g", { role: "row" }, line)));
    const picture = svg("svg", { class: "explore-picture layer-picture", role: "group", "aria-label": "The layer as cells" }, [
      svg("g", { "aria-hidden": "true" }, [wires, ...Object.values(sources).flatMap((t) => [t.label, ...t.drawn.flat()]), target.label]), grid]);
    const line = html("p", { class: "layer-sum" });
    parent.append(html("div", {}, [picture, line, html("p", { class: "layer-words" }, view.words)]));

    function keys(event) {
      const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (!way) return;
      event.preventDefault();
      choose([Math.max(0, Math.min(target.rows - 1, chosen[0] + way[0])), Math.max(0, Math.min(target.columns - 1, chosen[1] + way[1]))], true);
    }

    function choose([r, c], focus) {
      chosen = [r, c];
      const lit = view.terms(r, c).flat();
      for (const [name, { drawn }] of Object.entries(sources)) {
        drawn.forEach((cellsOf, i) => cellsOf.forEach((cell, j) =>
          cell.classList.toggle("is-lit", lit.some(([n, a, b]) => n === name && a === i && b === j))));
      }
      target.drawn.forEach((cellsOf, i) => cellsOf.forEach((cell, j) => {
        const on = i === r && j === c;
        cell.classList.toggle("is-lit", on);
        cell.setAttribute("tabindex", on ? 0 : -1);
        cell.setAttribute("aria-selected", on);
      }));
      for (const wire of wires.children) wire.classList.toggle("is-lit", wire.dataset.row === `${r}` || wire.dataset.column === `${c}`);
      const colored = (ref) => html("span", { style: `color:${color(ref[0])}` }, term(at(ref)));
      const parts = view.terms(r, c).flatMap((factors, k) =>
        [k ? " + " : "", ...factors.flatMap((ref, m) => [m ? "·" : "", colored(ref)])]);
      line.replaceChildren(html("strong", { style: `color:${color(view.color)}` }, view.name(r, c)), " = ", ...parts, " = ",
        html("strong", { style: `color:${color(view.color)}` }, number(values[r][c])));
      if (focus) target.drawn[r][c].focus({ preventScroll: true });
    }

    function layout(width) {
      const [n, i, o] = [sources.x.rows, sources.x.columns, sources.weight.rows];
      const side = forward ? o : Math.max(o, target.columns);
      const unit = Math.min(50, Math.floor((width - 30) / (i + side)));
      const right = i * unit + 30;
      picture.style.fontSize = unit < 30 ? "12px" : "";
      const middle = TOP + n * unit + TOP + 10;
      const low = forward ? middle + unit + 14 : middle;
      const put = ({ drawn, label }, left, top) => {
        label.setAttribute("x", left);
        label.setAttribute("y", top - 7);
        drawn.forEach((cellsOf, r) => cellsOf.forEach((cell, c) => {
          cell.setAttribute("transform", `translate(${left + c * unit} ${top + r * unit})`);
          cell.firstChild.setAttribute("width", unit - 3);
          cell.firstChild.setAttribute("height", unit - 3);
          cell.lastChild.setAttribute("x", unit / 2 - 1.5);
          cell.lastChild.setAttribute("y", unit / 2 + 3.5);
        }));
      };
      put(sources.x, 0, TOP);
      put(sources.weight, 0, low);
      put(forward ? target : sources.grad, right, TOP);
      put(forward ? sources.bias : target, right, middle);
      if (forward) { // beside its cells, since the wires run above them
        sources.bias.label.setAttribute("x", right - 10);
        sources.bias.label.setAttribute("y", middle + unit / 2 + 3);
        sources.bias.label.setAttribute("text-anchor", "end");
      }
      const mid = (k) => k * unit + unit / 2 - 1.5;
      wires.replaceChildren(...(forward ? [
        ...range(n).map((r) => svg("path", { d: `M${i * unit} ${TOP + mid(r)}H${right - 3}`, "data-row": r, style: `color:${color("x")}` })),
        ...range(o).map((c) => svg("path", { d: `M${i * unit} ${low + mid(c)}H${right + mid(c)}V${middle + unit}M${right + mid(c)} ${middle - 3}V${TOP + n * unit}`, "data-column": c, style: `color:${color("weight")}` })),
      ] : []));
      const high = Math.max(low + o * unit, (forward ? 0 : middle + target.rows * unit));
      // Centered, where the tensors are narrower than the figure.
      picture.setAttribute("viewBox", `${Math.min(0, (right + side * unit - width) / 2)} 0 ${width} ${high + 4}`);
      choose(chosen);
    }

    choose(chosen);
    fit(picture, layout);
  }

  start("layer", layer);
})();
