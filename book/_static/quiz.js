// Questions on a page: lock in a prediction, then see the answer. Without this file they are
// plain native disclosures; everything it hides it also shows again.
"use strict";

(() => {
  const SURE_AND_WRONG = {
    guess: "A guess, and not this one. Now see why.",
    fairly: "Not this one. Find the step where your reasoning and the cell disagree.",
    certain: "Not this one, though you were certain: worth a second look before you read on.",
  };
  const SURE_AND_RIGHT = {
    guess: "Right, by a guess: check that the reason below is one you could have given.",
    fairly: "Right.",
    certain: "Right, and you knew it.",
  };

  const chosen = (quiz, name) => quiz.querySelector(`input[name="${name}"]:checked`);
  const optionOf = (input) => input.closest(".quiz-option");
  const isRight = (option) => option.dataset.answer === "right";

  function showWhy(option, open) {
    const why = option.querySelector(".quiz-why");
    why.hidden = !open;
    why.open = open;
    option.classList.toggle("is-shown", open);
  }

  function setUpQuestion(quiz) {
    const status = quiz.querySelector(".quiz-status");
    quiz.addEventListener("change", () => {
      const option = optionOf(chosen(quiz, quiz.id));
      for (const other of quiz.querySelectorAll(".quiz-option")) showWhy(other, other === option);
      status.textContent = isRight(option) ? "Right." : "Not this one. You can choose again.";
    });
  }

  function setUpPrediction(quiz) {
    const sure = quiz.querySelector(".quiz-sure");
    const lock = quiz.querySelector(".quiz-lock");
    const status = quiz.querySelector(".quiz-status");
    const waiting = reveals(quiz).map(hold);
    sure.hidden = false;
    lock.hidden = false;
    quiz.addEventListener("change", () => { status.textContent = ""; });
    lock.addEventListener("click", () => {
      const answer = chosen(quiz, quiz.id);
      const confidence = chosen(quiz, `${quiz.id}-sure`);
      if (!answer || !confidence) {
        status.textContent = answer ? "Say how sure you are, then lock in." : "Choose an answer first.";
        return;
      }
      for (const input of quiz.querySelectorAll("input")) input.disabled = true;
      for (const option of quiz.querySelectorAll(".quiz-option")) showWhy(option, true);
      quiz.classList.add("is-locked");
      lock.hidden = true;
      for (const release of waiting) release();
      const words = isRight(optionOf(answer)) ? SURE_AND_RIGHT : SURE_AND_WRONG;
      status.textContent = words[confidence.value];
      status.focus(); // the button that had the focus is gone
    });
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

  for (const quiz of document.querySelectorAll(".quiz")) {
    for (const option of quiz.querySelectorAll(".quiz-option")) showWhy(option, false);
    (quiz.dataset.kind === "predict" ? setUpPrediction : setUpQuestion)(quiz);
  }
})();
