// The filter on Claims, checked. Without this file every claim shows and there is no filter.
"use strict";

(() => {
  const form = document.querySelector(".claims-filter");
  if (!form) return;
  const claims = [...document.querySelectorAll(".claim")];
  const status = form.querySelector(".claims-status");
  const chosen = (name) => form.elements[name].value;

  const fits = (claim, other = {}) =>
    ["verdict", "topic"].every((name) => {
      const value = name in other ? other[name] : chosen(name);
      return !value || claim.dataset[name] === value;
    });

  function apply() {
    let shown = 0;
    for (const claim of claims) {
      claim.hidden = !fits(claim);
      shown += !claim.hidden;
    }
    for (const none of document.querySelectorAll(".claims-none")) {
      none.hidden = none.parentElement.querySelector(".claim:not([hidden])") !== null;
    }
    status.textContent = `${shown} of ${claims.length} are shown.`;
    countChoices();
  }

  // Each choice says how many claims it would show, so that nobody chooses an empty list.
  function countChoices() {
    for (const name of ["verdict", "topic"]) {
      for (const option of form.elements[name].options) {
        option.dataset.text ??= option.text;
        const count = claims.filter((claim) => fits(claim, { [name]: option.value })).length;
        option.text = `${option.dataset.text} (${count})`;
      }
    }
  }

  // A link to a claim shows that claim, whatever the filter says, with its proof open.
  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    const claim = id && claims.find((each) => each.id === id);
    if (!claim) return;
    if (claim.hidden) {
      form.reset();
      apply();
    }
    const proof = claim.querySelector("details");
    if (proof) proof.open = true;
    claim.scrollIntoView();
  }

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
  reveal();
})();
