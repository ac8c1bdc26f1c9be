// Questions on a page: lock in a prediction, then see the answer. Answers are kept in this browser
// and are there again on the next visit. Without this file the questions are plain native
// disclosures; everything it hides it also shows again.
"use strict";

// What the reader answered, by the question's id: {option, right, sure}. `sure` is for predictions.
const LinearAnswers = (() => {
  const KEY = "linear-from-the-ground-up/answers";
  let kept = {}; // where nothing can be stored (a private window), this page alone remembers

  function all() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      if (found && typeof found === "object") kept = found;
    } catch { /* not allowed, or not ours: as if nothing were kept */ }
    return kept;
  }

  function store(answers) {
    kept = answers;
    try {
      localStorage.setItem(KEY, JSON.stringify(answers));
    } catch { /* full or not allowed */ }
  }

  return {
    all,
    keep: (id, answer) => store({ ...all(), [id]: answer }),
    forget: () => {
      kept = {};
      try { localStorage.removeItem(KEY); } catch { /* as above */ }
    },
  };
})();

(() => {
  const SURE_AND_WRONG = {
    guess: "A guess, and not this one. Now see why.",
    fairly: "Not this one. Find the step where your reasoning and the cell disagree.",
    certain: "Not this one, though you were certain: worth a second look before you read on.",
  };
  const SURE_AND_RIGHT = {
    guess: "Right, by a guess: check that the reason above is one you could have given.",
    fairly: "Right.",
    certain: "Right, and you knew it.",
  };

  const chosen = (quiz, name) => quiz.querySelector(`input[name="${name}"]:checked`);
  const optionOf = (input) => input.closest(".quiz-option");
  const isRight = (option) => option.dataset.answer === "right";

  // Check the radio button that an earlier visit chose; null if the page has changed since.
  function choose(quiz, name, value) {
    const input = [...quiz.querySelectorAll("input")].find((i) => i.name === name && i.value === value);
    if (input) input.checked = true;
    return input ?? null;
  }

  function showWhy(option, open) {
    const why = option.querySelector(".quiz-why");
    why.hidden = !open;
    why.open = open;
    option.classList.toggle("is-shown", open);
  }

  function setUpQuestion(quiz, before) {
    const status = quiz.querySelector(".quiz-status");
    const show = (option) => {
      for (const other of quiz.querySelectorAll(".quiz-option")) showWhy(other, other === option);
    };
    quiz.addEventListener("change", (event) => {
      const option = optionOf(event.target);
      show(option);
      status.textContent = isRight(option) ? "Right." : "Not this one. You can choose again.";
      // The first answer is the one that tells what the reader knew; `option` is what shows again.
      const first = LinearAnswers.all()[quiz.id];
      LinearAnswers.keep(quiz.id, {
        option: event.target.value,
        right: first ? first.right : isRight(option),
      });
    });
    const input = before && choose(quiz, quiz.id, before.option);
    if (input) show(optionOf(input));
  }

  function setUpPrediction(quiz, before) {
    const sure = quiz.querySelector(".quiz-sure");
    const lock = quiz.querySelector(".quiz-lock");
    const status = quiz.querySelector(".quiz-status");
    const waiting = reveals(quiz).map(hold);
    sure.hidden = false;
    lock.hidden = false;

    function reveal(answer, confidence) {
      for (const input of quiz.querySelectorAll("input")) input.disabled = true;
      for (const option of quiz.querySelectorAll(".quiz-option")) showWhy(option, true);
      quiz.classList.add("is-locked");
      lock.hidden = true;
      for (const release of waiting) release();
      const words = isRight(optionOf(answer)) ? SURE_AND_RIGHT : SURE_AND_WRONG;
      status.textContent = words[confidence.value];
    }

    quiz.addEventListener("change", () => { status.textContent = ""; });
    lock.addEventListener("click", () => {
      const answer = chosen(quiz, quiz.id);
      const confidence = chosen(quiz, `${quiz.id}-sure`);
      if (!answer || !confidence) {
        status.textContent = answer ? "Say how sure you are, then lock in." : "Choose an answer first.";
        return;
      }
      reveal(answer, confidence);
      status.focus(); // the button that had the focus is gone
      LinearAnswers.keep(quiz.id, {
        option: answer.value,
        right: isRight(optionOf(answer)),
        sure: confidence.value,
      });
    });
    const answer = before && choose(quiz, quiz.id, before.option);
    const confidence = before && choose(quiz, `${quiz.id}-sure`, before.sure);
    if (answer && confidence) reveal(answer, confidence);
  }

  const reveals = (quiz) =>
    [...document.querySelectorAll(`.quiz-reveal[data-waits-for="${quiz.id}"]`)];

  // Hide a reveal behind a line that says what it waits for; the function returned undoes that.
  function hold(reveal) {
    const note = document.createElement("p");
    note.className = "quiz-waiting";
    note.innerHTML = `The cell that answers this shows here once you have <a href="#${reveal.dataset.waitsFor}">locked in your prediction</a>.`;
    reveal.hidden = true;
    reveal.before(note);
    return () => {
      note.remove();
      reveal.hidden = false;
      reveal.open = true;
    };
  }

  const before = LinearAnswers.all();
  for (const quiz of document.querySelectorAll(".quiz")) {
    for (const option of quiz.querySelectorAll(".quiz-option")) showWhy(option, false);
    (quiz.dataset.kind === "predict" ? setUpPrediction : setUpQuestion)(quiz, before[quiz.id]);
  }
})();
