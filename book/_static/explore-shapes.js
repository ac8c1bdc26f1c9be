// The shape checker: which shape comes out of nn.Linear, or which error PyTorch raises, and why.
// The error texts were asked of PyTorch when the page was built; here their sizes are filled in.
"use strict";

(() => {
  const { button, html } = LinearFigures;
  const product = (sizes) => sizes.reduce((all, size) => all * size, 1);
  const written = (shape) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;

  // What nn.Linear(inFeatures, outFeatures, bias) does with zeros of this shape and dtype:
  // { shape } or { error, message, reason }.
  function check(known, { shape, inFeatures, outFeatures, bias, dtype }) {
    const last = shape.at(-1);
    const fits = !shape.length || last === inFeatures;
    const key = [Math.min(shape.length, 3), bias ? "bias" : "plain", dtype, fits ? "fits" : "differs"].join(" ");
    const answer = known.answers[known.cases[key]];
    if (!answer) return { shape: [...shape.slice(0, -1), outFeatures] };
    const sizes = { rows: product(shape.slice(0, -1)), last, in: inFeatures, out: outFeatures };
    return { ...answer, message: answer.message.replace(/\{(\w+)\}/g, (_, name) => sizes[name]) };
  }

  // "(32, 784)", "32 784" or "3," -> sizes; "" -> []; null for what is no shape.
  function parseShape(text) {
    const words = text.replace(/^\s*\(|\)\s*$/g, "").split(/[\s,]+/).filter(Boolean);
    const sizes = words.map(Number);
    const fine = words.every((word) => /^\d{1,5}$/.test(word)) && words.length <= 8;
    return fine ? sizes : null;
  }

  function hint(shape, inFeatures) {
    for (const k of [...shape.keys()].slice(1, -1).concat(shape.length > 1 ? 0 : [])) {
      if (product(shape.slice(k)) === inFeatures) {
        const flat = written([...shape.slice(0, k), inFeatures]);
        return [` From dimension ${k} on there are ${inFeatures} numbers together: `, html("code", {}, `x.flatten(${k})`), `, of shape ${flat}, would fit.`];
      }
    }
    const other = shape.indexOf(inFeatures);
    if (other < 0) return [];
    return [` Dimension ${other} has that size: if the features are there, `, html("code", {}, `x.transpose(${other}, -1)`), " brings them last."];
  }

  function why(asked, answer) {
    const { shape, inFeatures, outFeatures, dtype } = asked;
    const rows = product(shape.slice(0, -1));
    if (answer.reason === "no dimension") {
      return ["A single number has no last dimension, and that is where the layer looks for its features. ", html("code", {}, "x.reshape(1)"), " has one."];
    }
    if (answer.reason === "dtype") {
      const cure = dtype === "float64" ? " (or layer.double())" : "";
      return [`The parameters are float32, x is ${dtype}, and a layer never converts. `, html("code", {}, "layer(x.float())"), `${cure} does.`];
    }
    if (answer.reason) {
      const folded = shape.length === 1 ? `A vector counts as 1 row of ${shape[0]} numbers`
        : shape.length > 2 ? `All dimensions but the last are folded into rows: ${rows} of ${shape.at(-1)} numbers each`
          : `x has ${rows} rows of ${shape.at(-1)} numbers`;
      return [`${folded}, while weight.T is ${inFeatures} by ${outFeatures}. The last dimension of x must be in_features, ${inFeatures}.`, ...hint(shape, inFeatures)];
    }
    const front = shape.slice(0, -1);
    const empty = rows === 0 ? " No rows go in, none come out, and that is fine."
      : front.length > 1 ? ` Each of the ${rows} rows is a sample of its own.` : "";
    const kept = front.length ? ` ${written(front)} in front of it stays.` : "";
    return [`The last dimension is in_features, ${inFeatures}, and becomes out_features, ${outFeatures}.${kept}${empty}`];
  }

  function checker(stage, known, say) {
    const field = (label, input) => html("label", { class: "shapes-field" }, [html("span", {}, label), input]);
    const size = (value) => html("input", { type: "number", min: 0, max: 99999, step: 1, value, oninput: update });
    const start = known.examples[0];
    const shape = html("input", { type: "text", value: start.shape, spellcheck: "false", autocomplete: "off", inputmode: "text", oninput: update });
    const [ins, outs] = [size(start.in), size(start.out)];
    const bias = html("input", { type: "checkbox", checked: true, autocomplete: "off", onchange: update });
    const dtype = html("select", { autocomplete: "off", onchange: update }, known.dtypes.map((name) => html("option", {}, name)));
    const flow = html("p", { class: "shapes-flow" });
    const verdict = html("p", { class: "shapes-verdict" });
    const reason = html("p", { class: "shapes-why" });

    function update() {
      const sizes = parseShape(shape.value);
      const fine = [ins, outs].every((input) => /^\d{1,5}$/.test(input.value));
      shape.setAttribute("aria-invalid", sizes === null);
      if (sizes === null || !fine) {
        flow.replaceChildren();
        verdict.className = "shapes-verdict";
        verdict.textContent = "Write whole numbers, for example 32, 784";
        reason.textContent = "Leave the shape empty for a single number, which has no dimensions.";
        return;
      }
      const asked = { shape: sizes, inFeatures: +ins.value, outFeatures: +outs.value, bias: bias.checked, dtype: dtype.value };
      const answer = check(known, asked);
      draw(asked, answer);
      verdict.className = `shapes-verdict ${answer.shape ? "is-right" : "is-wrong"}`;
      verdict.replaceChildren(...(answer.shape
        ? ["y has shape ", html("code", {}, written(answer.shape))]
        : [html("code", {}, `${answer.error}: ${answer.message}`)]));
      reason.replaceChildren(...why(asked, answer));
      say(`${verdict.textContent}. ${reason.textContent}`);
    }

    // x's dimensions, the layer, y's dimensions: the last ones in color.
    function draw({ shape: sizes, inFeatures, outFeatures }, answer) {
      const chips = (name, dims, wrong) => html("span", { class: "shapes-dims", style: `color:var(--figure-${name})` }, [
        html("b", {}, name), ...dims.map((dim, k) =>
          html("span", { class: k === dims.length - 1 ? `shapes-last${wrong ? " is-wrong" : ""}` : "" }, String(dim)))]);
      flow.replaceChildren(
        chips("x", sizes.length ? sizes : ["a number"], !answer.shape && answer.reason !== "dtype"), " → ",
        html("code", {}, `nn.Linear(${inFeatures}, ${outFeatures}${bias.checked ? "" : ", bias=False"})`), " → ",
        answer.shape ? chips("y", answer.shape) : html("span", { class: "shapes-none" }, "an error"));
    }

    const example = ({ name, shape: text, in: i, out: o, dtype: type = "float32" }) => button(name, () => {
      [shape.value, ins.value, outs.value, dtype.value] = [text, i, o, type];
      update();
    });
    stage.append(html("div", { class: "shapes" }, [
      html("div", { class: "shapes-fields" }, [
        field("shape of x", shape), field("in_features", ins), field("out_features", outs),
        field("dtype of x", dtype), html("label", { class: "shapes-field shapes-check" }, [bias, html("span", {}, "bias")]),
      ]),
      flow, verdict, reason,
      html("div", { class: "explore-row", role: "group", "aria-label": "Cases to try" }, known.examples.map(example)),
    ]));
    update();
  }

  Object.assign(LinearFigures, { check, checker, parseShape });
})();
