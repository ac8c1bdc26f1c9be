// A decision boundary and the creases that bend it, by hidden units and training step.
"use strict";

(() => {
  const { announcer, button, choice, fit, handle, html, number, place, slider, start, svg } = LinearFigures;
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");
  const AREA = 1e-7; // a sliver smaller than this is rounding

  // What each hidden unit receives at a point, and the net's score there.
  function receives([weight, bias], [a, b]) {
    return weight.map(([u, v], j) => u * a + v * b + bias[j]);
  }
  function score(net, bends, point) {
    const sum = receives(net, point).reduce((all, h, j) => all + net[2][0][j] * (bends ? Math.max(0, h) : h), 0);
    return sum + net[3][0];
  }

  // The part of a convex polygon where a function is at least 0; the function is linear on it, so
  // its values at the corners say all.
  function clip(polygon, values) {
    return polygon.flatMap((corner, k) => {
      const after = (k + 1) % polygon.length;
      const [here, there] = [values[k], values[after]];
      const kept = here >= 0 ? [corner] : [];
      if (here >= 0 === there >= 0) return kept;
      const part = here / (here - there);
      return [...kept, corner.map((value, axis) => value + part * (polygon[after][axis] - value))];
    });
  }
  const area = (polygon) => Math.abs(polygon.reduce((sum, [a, b], k) => {
    const [c, d] = polygon[(k + 1) % polygon.length];
    return sum + a * d - b * c;
  }, 0)) / 2;

  // Cut the picture along every crease: in each piece the net is one linear layer.
  function regions(net, bends, reach) {
    let pieces = [[[-reach, -reach], [reach, -reach], [reach, reach], [-reach, reach]]];
    if (!bends) return pieces;
    net[1].forEach((_, j) => {
      pieces = pieces.flatMap((piece) => {
        const values = piece.map((corner) => receives(net, corner)[j]);
        return [clip(piece, values), clip(piece, values.map((value) => -value))].filter((one) => one.length > 2 && area(one) > AREA);
      });
    });
    return pieces;
  }

  const inside = (polygon, [x, y]) => polygon.every(([a, b], k) => {
    const [c, d] = polygon[(k + 1) % polygon.length];
    return (c - a) * (y - b) - (d - b) * (x - a) >= -1e-9;
  });

  function boundary(stage, data) {
    const { reach, steps } = data;
    const state = { width: data.start[0], step: data.start[1], bends: true, probe: [0, 0] };
    const say = announcer(stage);
    let size = 400;
    let playing = null;

    const screen = ([x, y]) => [(x / reach + 1) * size / 2, (1 - y / reach) * size / 2];
    const text = (point) => screen(point).map((value) => value.toFixed(1)).join(" ");
    const outline = (polygon) => `M${polygon.map(text).join("L")}Z`;
    const fromEvent = (event) => {
      const box = picture.getBoundingClientRect();
      return [((event.clientX - box.left) / box.width * 2 - 1) * reach, (1 - (event.clientY - box.top) / box.height * 2) * reach];
    };

    const parts = Object.fromEntries(["side", "region", "creases", "zeros", "ones", "line"].map((name) => [name, svg("path", { class: `boundary-${name}` })]));
    const probe = handle("a point to ask the net about", "var(--figure-x)", () => state.probe, (point) => {
      state.probe = point.map((value) => Math.max(-2, Math.min(2, value)));
      render();
    }, fromEvent, [-2, 2]);
    const picture = svg("svg", { class: "explore-picture", role: "group", "aria-label": "The plane of the two inputs" }, [
      svg("g", { "aria-hidden": "true" }, Object.values(parts)), probe]);
    const facts = html("dl", { class: "depth-facts" });
    const asked = html("p", { class: "boundary-asked" });

    const percent = (part) => `${number(100 * part, 1)}%`;
    const current = () => data.nets[`${state.width} ${state.bends ? "relu" : "none"}`][state.step];

    function render() {
      const { net, loss, right } = current();
      const pieces = regions(net, state.bends, reach);
      const sides = [];
      const cuts = [];
      for (const piece of pieces) {
        const values = piece.map((corner) => score(net, state.bends, corner));
        const positive = clip(piece, values);
        if (positive.length > 2) sides.push(outline(positive));
        if (Math.min(...values) < 0 && Math.max(...values) >= 0) {
          // The corners of the clipped piece that are new are where the boundary enters and leaves.
          const ends = positive.filter((corner) => !piece.includes(corner));
          if (ends.length === 2) cuts.push(`M${text(ends[0])}L${text(ends[1])}`);
        }
      }
      parts.side.setAttribute("d", sides.join(""));
      parts.line.setAttribute("d", cuts.join(""));
      const here = state.bends && pieces.find((piece) => inside(piece, state.probe));
      parts.region.setAttribute("d", here ? outline(here) : "");
      parts.creases.setAttribute("d", state.bends ? net[0].map(([u, v], j) => {
        const length = u * u + v * v || 1e-9;
        const foot = [-net[1][j] * u / length, -net[1][j] * v / length];
        const far = 3 * reach / Math.sqrt(length);
        return Math.hypot(...foot) > 2 * reach ? "" : `M${text([foot[0] - far * v, foot[1] + far * u])}L${text([foot[0] + far * v, foot[1] - far * u])}`;
      }).join("") : "");
      points();
      place(probe, screen(state.probe), state.probe);
      const rows = [["loss", number(loss, 4)], [`right, of ${data.points.length} seen`, percent(right[0])], [`right, of ${data.tested} unseen`, percent(right[1])], ["regions in the picture", pieces.length]];
      facts.replaceChildren(...rows.flatMap(([term, value]) => [html("dt", {}, term), html("dd", {}, String(value))]));
      const value = score(net, state.bends, state.probe);
      const on = receives(net, state.probe).filter((h) => h > 0).length;
      asked.replaceChildren("At ", html("strong", {}, `[${state.probe.map((v) => number(v)).join(", ")}]`), " the score is ",
        html("strong", { class: "boundary-score" }, number(value)), `: class ${value > 0 ? 1 : 0}. `,
        state.bends ? `${on} of ${state.width} units ${on === 1 ? "is" : "are"} on.` : "Nothing switches, so nothing bends.");
      say(`${rows.map((row) => row.join(" ")).join(", ")}. ${asked.textContent}`);
    }

    // Circles and squares, one path each.
    function points() {
      const marks = { 1: [], 0: [] };
      data.points.forEach((point, n) => {
        const [x, y] = screen(point).map((value) => Math.round(value * 10) / 10);
        marks[data.labels[n]].push(data.labels[n] ? `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0` : `M${x - 3} ${y - 3}h6v6h-6z`);
      });
      parts.ones.setAttribute("d", marks[1].join(""));
      parts.zeros.setAttribute("d", marks[0].join(""));
    }

    const play = button("Play the training", () => {
      if (playing) return stop();
      if (STILL.matches) return step.set(steps.length - 1);
      play.textContent = "Stop";
      let next = 0;
      playing = setInterval(() => {
        if (next === steps.length || !stage.contains(play)) return stop();
        step.set(next);
        next += 1;
      }, 280);
    });
    function stop() {
      clearInterval(playing);
      playing = null;
      play.textContent = "Play the training";
    }
    const step = slider("step", steps.map((_, k) => k), state.step, (k) => {
      state.step = k;
      render();
    }, (k) => String(steps[k]));

    stage.prepend(html("div", { class: "explore-columns" }, [
      picture,
      html("div", { class: "explore-side" }, [
        choice("Hidden units", data.widths.map((width) => [width, width]), state.width, (width) => {
          state.width = width;
          render();
        }),
        choice("Between the layers", [[true, "ReLU"], [false, "nothing"]], true, (bends) => {
          state.bends = bends;
          render();
        }),
        step, html("div", { class: "explore-row" }, play), facts, asked,
      ]),
    ]));
    render();
    fit(picture, (now) => {
      size = now;
      picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
      render();
    });
  }

  start("boundary", boundary);
})();
