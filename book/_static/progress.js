// The reader's progress: how many questions of each page are answered, and whether being sure meant
// being right. Reads what quiz.js keeps in this browser; nothing is sent anywhere.
"use strict";

(() => {
  const SURE = { guess: "A guess", fairly: "Fairly sure", certain: "Certain" };

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  // A bar is decoration: the words beside it say the same.
  function bar(part, whole) {
    const box = element("span", "progress-bar-box");
    const fill = element("span", "progress-bar-fill");
    fill.style.width = `${(100 * part) / whole}%`;
    box.setAttribute("aria-hidden", "true");
    box.append(fill);
    return box;
  }

  function row(label, part, whole, words) {
    const line = element("li", "progress-row");
    line.append(label, bar(part, whole), element("span", "progress-words", words));
    return line;
  }

  function pageRow(page, answers) {
    const answered = page.questions.filter((id) => id in answers).length;
    const link = element("a", "progress-label", page.title);
    link.href = page.url;
    return row(link, answered, page.questions.length, `${answered} of ${page.questions.length}`);
  }

  // What to read out of "certain: 4 of 9 right"; nothing before there is enough to tell.
  function calibration(known) {
    const share = (sure) => {
      const told = known.filter((answer) => answer.sure === sure);
      return { told: told.length, right: told.filter((answer) => answer.right).length };
    };
    const box = element("div", "progress-calibration");
    box.append(element("p", "progress-title", "How sure you were, and how often you were right"));
    const list = element("ul", "progress-list");
    for (const [sure, words] of Object.entries(SURE)) {
      const { told, right } = share(sure);
      const label = element("span", "progress-label", words);
      list.append(row(label, told ? right : 0, told || 1, told ? `${right} of ${told} right` : "none yet"));
    }
    box.append(list, element("p", "progress-advice", advice(share("certain"), share("guess"))));
    return box;
  }

  function advice(certain, guess) {
    if (certain.told + guess.told < 5) return "After a few more predictions this tells you how far to trust yourself.";
    if (certain.told && certain.right / certain.told < 0.8)
      return "You were certain more often than you were right: where you feel sure, run the cell anyway.";
    if (guess.told && guess.right / guess.told > 0.7)
      return "Your guesses are mostly right: you know more than you think.";
    return "Being certain has meant being right, and that is what predictions are for.";
  }

  // Asks once more in place: answers that took hours are not gone by a slip.
  function reset(board, draw) {
    const box = element("p", "progress-reset");
    const ask = element("button", "", "Forget my answers");
    const sure = element("button", "is-final", "Yes, forget all of them");
    const keep = element("button", "", "Keep them");
    for (const button of [ask, sure, keep]) button.type = "button";
    const show = (asking) => {
      ask.hidden = asking;
      sure.hidden = keep.hidden = !asking;
      (asking ? keep : ask).focus();
    };
    sure.hidden = keep.hidden = true;
    ask.addEventListener("click", () => show(true));
    keep.addEventListener("click", () => show(false));
    sure.addEventListener("click", () => {
      LinearAnswers.forget();
      draw();
      board.querySelector(".progress-title").focus();
    });
    box.append(ask, sure, keep);
    return box;
  }

  // The first page with an open question from where the reader is, or from the start.
  function following(pages, answers) {
    const open = (page) => page.questions.some((id) => !(id in answers));
    const last = pages.findLastIndex((page) => page.questions.some((id) => id in answers));
    return pages.slice(Math.max(last, 0)).find(open) ?? pages.find(open);
  }

  function setUp(board) {
    const pages = JSON.parse(board.querySelector(".progress-pages").textContent);
    const all = pages.reduce((sum, page) => sum + page.questions.length, 0);
    const draw = () => {
      const answers = LinearAnswers.all();
      const known = pages.flatMap((page) => page.questions).filter((id) => id in answers).map((id) => answers[id]);
      const title = element("p", "progress-title", known.length
        ? `You have answered ${known.length} of ${all} questions.`
        : `There are ${all} questions on the pages, and none is answered in this browser yet.`);
      title.tabIndex = -1;
      const list = element("ul", "progress-list progress-by-page");
      list.append(...pages.map((page) => pageRow(page, answers)));
      const details = element("details", "progress-details");
      details.append(element("summary", "", "Page by page"), list);
      const next = following(pages, answers);
      const shown = [title, bar(known.length, all)];
      if (known.length && next) {
        const line = element("p", "", "Go on with ");
        const link = element("a", "", next.title);
        link.href = next.url;
        line.append(link, ".");
        shown.push(line);
      }
      if (known.length) shown.push(calibration(known.filter((answer) => answer.sure)));
      shown.push(details);
      if (known.length) shown.push(reset(board, draw));
      board.replaceChildren(...shown);
    };
    draw();
  }

  // quiz.js, which is deferred as this is, has run by then, whichever of the two comes first.
  document.addEventListener("DOMContentLoaded", () => {
    for (const board of document.querySelectorAll(".progress-board")) setUp(board);
  });
})();
