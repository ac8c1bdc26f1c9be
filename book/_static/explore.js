// What the interactive figures share: elements, controls, a handle to drag, and how one starts.
// Each figure is a file of its own (explore-plane.js, ...). Without scripts its still picture stays.
"use strict";

window.LinearFigures = (() => {
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");

  function build(element, attributes = {}, children = []) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...[children].flat());
    return element;
  }

  const html = (tag, attributes, children) => build(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, children) =>
    build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

  // 0.30 -> "0.3", -2 -> "−2"; never "−0".
  function number(value, digits = 2) {
    const text = String(+value.toFixed(digits));
    return (text === "-0" ? "0" : text).replace("-", "−");
  }

  let ids = 0;
  const newId = () => `explore-${++ids}`;

  // One choice of a few, as native radio buttons in a row. choices: [value, text] pairs.
  function choice(legend, choices, chosen, onchange) {
    const name = newId();
    return html("fieldset", { class: "explore-choice" }, [
      html("legend", {}, legend),
      ...choices.map(([value, text]) =>
        html("label", {}, [
          html("input", {
            type: "radio", name, value: String(value), checked: value === chosen, autocomplete: "off",
            onchange: () => onchange(value),
          }),
          html("span", {}, text),
        ])),
    ]);
  }

  // A native slider over a list of values; `say` puts a value into words.
  function slider(label, values, start, onchange, say = String) {
    const id = newId();
    const shown = html("output", { for: id }, say(start));
    const input = html("input", {
      id, type: "range", min: 0, max: values.length - 1, step: 1, autocomplete: "off",
      value: values.indexOf(start), "aria-valuetext": say(start),
      oninput: () => set(+input.value),
    });
    function set(index) {
      input.value = index;
      shown.textContent = say(values[index]);
      input.setAttribute("aria-valuetext", say(values[index]));
      onchange(values[index]);
    }
    const row = html("div", { class: "explore-slider" }, [html("label", { for: id }, label), input, shown]);
    return Object.assign(row, { set });
  }

  const button = (text, onclick) => html("button", { type: "button", class: "explore-button", onclick }, text);

  // A point of the plane that pointer and arrow keys move. at() gives it, move([x, y]) sets it;
  // fromEvent turns a pointer's place into a point of the plane.
  function handle(label, color, at, move, fromEvent, range) {
    const element = svg("g", {
      class: "explore-handle", role: "slider", tabindex: 0, style: `color:${color}`,
      "aria-label": `${label}; the arrow keys move it`, "aria-valuemin": range[0], "aria-valuemax": range[1],
    }, [svg("circle", { r: 22, class: "explore-touch" }), svg("circle", { r: 9, class: "explore-knob" })]);
    let grip = null; // from the pointer to the point, so that the point does not jump when caught
    element.addEventListener("pointerdown", (event) => {
      const [point, pointer] = [at(), fromEvent(event)];
      grip = point.map((value, k) => value - pointer[k]);
      element.setPointerCapture(event.pointerId);
      event.preventDefault();
      element.focus({ preventScroll: true });
    });
    // Else the browser takes the finger for a scroll; `touch-action` does nothing for a <g>.
    element.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
    element.addEventListener("pointermove", (event) => {
      if (grip) move(fromEvent(event).map((value, k) => Math.round(10 * (value + grip[k])) / 10));
    });
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => { grip = null; });
    element.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
      if (!way) return;
      event.preventDefault();
      move(at().map((value, k) => Math.round(10 * value + way[k] * (event.shiftKey ? 5 : 1)) / 10));
    });
    return element;
  }

  // Say where the handle is, on the screen and in words.
  function place(element, [left, top], point) {
    element.setAttribute("transform", `translate(${left.toFixed(1)} ${top.toFixed(1)})`);
    element.setAttribute("aria-valuenow", point[0]);
    element.setAttribute("aria-valuetext", `${number(point[0])} across, ${number(point[1])} up`);
  }

  // Call draw(width in pixels) now and whenever the width changes.
  function fit(element, draw) {
    let width = 0;
    new ResizeObserver(() => {
      const now = Math.round(element.clientWidth);
      if (now && now !== width) draw((width = now));
    }).observe(element);
  }

  // From 0 to 1 in `time` milliseconds; at once where the reader asks for less motion.
  function animate(time, frame) {
    if (STILL.matches) return frame(1);
    const begin = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, (now - begin) / time));
      frame(part);
      if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  // Tell screen readers, once the reader's hand rests.
  function announcer(stage) {
    const region = html("p", { class: "explore-hidden", role: "status" });
    stage.append(region);
    let wait;
    return (text) => {
      clearTimeout(wait);
      wait = setTimeout(() => { region.textContent = text; }, 700);
    };
  }

  // Start every figure of this kind on the page.
  function start(kind, run) {
    for (const root of document.querySelectorAll(`.explore[data-explore="${kind}"]`)) {
      const data = JSON.parse(root.querySelector("script").textContent);
      const stage = html("div", { class: "explore-stage" });
      const again = () => {
        stage.replaceChildren();
        run(stage, data);
      };
      again();
      root.prepend(
        html("p", { class: "explore-try" }, [html("strong", {}, "Try first: "), data.try]),
        stage,
        html("p", { class: "explore-tools" }, [
          button("Reset", again),
          html("a", { href: `#${root.id}` }, "Link to this figure"),
        ]),
      );
      root.querySelector(".explore-still").hidden = true;
    }
  }

  return { animate, announcer, button, choice, fit, handle, html, number, place, slider, start, svg };
})();
