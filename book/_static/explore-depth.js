// Signal through depth: how large it is, how far apart the inputs are, and the gradient's way back.
"use strict";

(() => {
  const { announcer, choice, fit, html, slider, start, svg } = LinearFigures;
  const color = (name) => `var(--figure-${name})`;
  const UP = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  const power = (k) => `10${[...String(k)].map((digit) => UP[digit]).join("")}`;

  // 0.031, 2.4 or 1.7 × 10⁻¹⁸: two digits that count.
  function short(value) {
    if (value === null || value === undefined) return "not finite";
    if (value === 0 || (value >= 0.001 && value < 1000)) return String(+value.toPrecision(2));
    const [digits, exponent] = value.toExponential(1).split("e");
    return `${digits} × ${power(+exponent)}`;
  }

  // The two charts: their lines (what is drawn from a setting) and their range of powers of ten.
  const CHARTS = [
    {
      title: "forward", low: -24, high: 12, ticks: [-20, -10, 0, 10],
      lines: [
        { name: "mean square", color: "y", of: (one) => one.size },
        { name: "spread between inputs", color: "x", dash: "7 4", of: (one) => one.spread },
      ],
    },
    {
      title: "backward", low: -45, high: 20, ticks: [-40, -20, 0, 20],
      lines: [{ name: "mean square of the gradient", color: "grad", of: (one, k) => one.back[k] }],
    },
  ];
  const [LEFT, RIGHT, HEAD, GAP] = [46, 14, 46, 34];

  function depth(stage, data) {
    const [recipe, width, gain, layers] = data.start;
    const state = { recipe, width, gain, depth: layers };
    let before = null; // the setting that was shown last, drawn dotted
    let space = 500;
    const say = announcer(stage);
    const setting = ({ recipe: r, width: w, gain: g }) => data.settings[`${r} ${w} ${g}`];

    const picture = svg("svg", { class: "explore-picture depth-picture", role: "img", "aria-label": "Charts of the numbers listed beside them" });
    const note = html("p", { class: "depth-note" });
    const facts = html("dl", { class: "depth-facts" });
    const verdict = html("p", { class: "depth-verdict" });

    function change(what) {
      before = { ...state };
      Object.assign(state, what);
      render();
    }

    function line(one, spec, chart, top, look) {
      const values = spec.of(one, data.depths.indexOf(state.depth));
      const points = data.layers.flatMap((layer, k) => {
        const value = values[k];
        if (layer > state.depth || !value) return []; // null is not finite, and 0 has no logarithm
        const part = (Math.log10(value) - chart.low) / (chart.high - chart.low);
        return [`${across(layer).toFixed(1)} ${(top + height() * (1 - part)).toFixed(1)}`];
      });
      return svg("path", { d: points.length ? `M${points.join("L")}` : "", class: "depth-line", "stroke-dasharray": spec.dash, style: `stroke:${color(spec.color)}`, ...look });
    }

    const height = () => Math.max(130, Math.min(190, 0.45 * space)); // of one chart
    const across = (layer) => LEFT + (layer - 1) / (state.depth - 1) * (space - LEFT - RIGHT);

    function draw() {
      const parts = [];
      CHARTS.forEach((chart, number) => {
        const top = HEAD + number * (height() + GAP + HEAD);
        const clip = `depth-clip-${number}`;
        parts.push(
          svg("clipPath", { id: clip }, svg("rect", { x: LEFT - 4, y: top, width: space - LEFT - RIGHT + 8, height: height() })),
          svg("text", { x: 0, y: top - 30, class: "depth-title" }, chart.title));
        let left = 0;
        for (const spec of chart.lines) {
          parts.push(
            svg("path", { d: `M${left} ${top - 14}h22`, class: "depth-line", "stroke-dasharray": spec.dash, style: `stroke:${color(spec.color)}` }),
            svg("text", { x: left + 28, y: top - 9, style: `fill:${color(spec.color)}` }, spec.name));
          left += 130;
        }
        for (const tick of chart.ticks) {
          const y = top + height() * (1 - (tick - chart.low) / (chart.high - chart.low));
          parts.push(
            svg("path", { d: `M${LEFT} ${y}H${space - RIGHT}`, class: tick ? "depth-grid" : "depth-grid depth-one" }),
            svg("text", { x: LEFT - 8, y: y + 5, "text-anchor": "end", class: "depth-tick" }, tick ? power(tick) : "1"));
        }
        for (const layer of data.layers.filter((each) => each === 1 || (each <= state.depth && each % (state.depth > 10 ? 10 : 5) === 0))) {
          parts.push(svg("text", { x: across(layer), y: top + height() + 18, "text-anchor": "middle", class: "depth-tick" }, layer === 1 ? "layer 1" : layer));
        }
        const lines = [];
        for (const spec of chart.lines) {
          if (before) lines.push(line(setting(before), spec, chart, top, { class: "depth-line depth-before", "stroke-dasharray": "1 6" }));
          lines.push(line(setting(state), spec, chart, top, {}));
        }
        parts.push(svg("g", { "clip-path": `url(#${clip})` }, lines));
      });
      picture.setAttribute("viewBox", `0 0 ${space} ${2 * (HEAD + height() + GAP)}`);
      picture.replaceChildren(...parts);
    }

    // What the numbers at the far ends say, in words.
    function words({ size, spread, back }) {
      if (size === null) return "The signal overflows, and no gradient can be sent back.";
      const pick = (value, small, large, fine) => (value < 1e-4 ? small : value > 1e4 || value === null ? large : fine);
      const share = spread / size;
      const signal = pick(size, "The signal dies out", "The signal explodes", "The signal keeps a usable size");
      const apart = share < 1e-3 ? "every input ends in the same place" : `${Math.round(100 * share) || "less than 1"}% of it tells inputs apart`;
      const gradient = pick(back, "vanishes on its way back", "explodes on its way back", "arrives in good shape");
      return `${signal}; ${apart}. The gradient ${gradient}.`;
    }

    function render() {
      const one = setting(state);
      const at = data.layers.indexOf(state.depth);
      const ends = { size: one.size[at], spread: one.spread[at], back: one.back[data.depths.indexOf(state.depth)][0] };
      const rows = [
        ["½·in·var(weight)", short(one.factor), "ink"],
        [`mean square at layer ${state.depth}`, short(ends.size), "y"],
        [`spread at layer ${state.depth}`, short(ends.spread), "x"],
        ["gradient at layer 1", short(ends.back), "grad"],
      ];
      facts.replaceChildren(...rows.flatMap(([term, value, name]) =>
        [html("dt", {}, term), html("dd", { style: `color:${color(name)}` }, value)]));
      verdict.textContent = words(ends);
      say(`${state.recipe}, ${rows.map(([term, value]) => `${term} ${value}`).join(", ")}. ${verdict.textContent}`);
      note.textContent = before ? `Dotted: before, ${before.recipe}, gain ${gains(before.gain)}, ${before.depth} layers, width ${before.width}.` : "Dotted, after a change: how it was before.";
      draw();
    }

    const exact = { 0.71: "√½", 1.41: "√2", 2.45: "√6" };
    const gains = (value) => exact[value] || String(value);
    stage.prepend(html("div", { class: "explore-columns" }, [
      html("div", {}, [picture, note]),
      html("div", { class: "explore-side" }, [
        choice("Weights drawn by", data.recipes.map((name) => [name, name]), state.recipe, (name) => change({ recipe: name })),
        slider("gain", data.gains, state.gain, (value) => change({ gain: value }), gains),
        slider("layers", data.depths, state.depth, (value) => change({ depth: value })),
        slider("width", data.widths, state.width, (value) => change({ width: value })),
        facts, verdict,
      ]),
    ]));
    fit(picture, (now) => {
      space = now;
      draw();
    });
    render();
  }

  start("depth", depth);
})();
