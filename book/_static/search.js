// The search page: ranks the sections in search-index.js. Other pages lead here and load none of it.
"use strict";

(() => {
  const SHOWN = 20;
  const A_PAGE = 2; // at most so many sections of one page
  const CONTEXT = 90; // characters of text before and after what was found
  const list = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const query = (new URLSearchParams(location.search).get("q") || "").trim();

  // Letters, digits and underscores make words; "a=sqrt(5)" is "a", "sqrt" and "5".
  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const spaced = (text) => ` ${wordsOf(text.replaceAll("√", " sqrt ")).join(" ")} `;

  const sections = window.linearSearchIndex.map(([page, pageTitle, anchor, title, text]) => ({
    page, pageTitle, anchor, title, text, inTitle: spaced(`${pageTitle} ${title}`), inText: spaced(text),
  }));

  const count = (text, part) => text.split(part).length - 1;

  // How much rarer than others a word is; one that stands in every section says nothing.
  function weights(words) {
    return words.map((word) => {
      const having = sections.filter((s) => (s.inTitle + s.inText).includes(` ${word}`)).length;
      return Math.log((1 + sections.length) / (1 + having));
    });
  }

  function rank() {
    const words = [...new Set(wordsOf(query.replaceAll("√", " sqrt ")))];
    const weight = weights(words);
    const most = weight.reduce((sum, each) => sum + each, 0);
    const phrase = spaced(query);
    const scored = [];
    for (const section of sections) {
      let score = 0;
      let found = 0;
      words.forEach((word, i) => {
        const inText = count(section.inText, ` ${word}`);
        const inTitle = count(section.inTitle, ` ${word}`);
        if (!inText && !inTitle) return;
        found += weight[i];
        score += weight[i] * (1 + 0.3 * Math.log(1 + inText) + 2 * Math.min(inTitle, 1));
      });
      if (!found || found < 0.6 * most) continue;
      score *= found / most;
      if (words.length > 1) {
        if (section.inTitle.includes(phrase)) score += 4 * most;
        if (section.inText.includes(phrase)) score += 2 * most;
      }
      // The page about it comes before a section of another, and a lesson before a single claim.
      if (section.title === section.pageTitle && section.inTitle.includes(phrase)) score *= 1.5;
      if (section.page.endsWith("/claims.html")) score *= 0.4;
      scored.push({ section, score });
    }
    const shown = new Map();
    const hits = scored.sort((a, b) => b.score - a.score).filter(({ section: { page } }) => {
      shown.set(page, (shown.get(page) ?? 0) + 1);
      return shown.get(page) <= A_PAGE;
    });
    return { words, hits };
  }

  // The text around the phrase or, if it is not there, around the first word; words are marked.
  function excerpt(text, words) {
    const lower = text.toLowerCase();
    let at = lower.indexOf(query.toLowerCase());
    if (at < 0) at = Math.max(0, Math.min(...words.map((w) => lower.indexOf(w)).filter((i) => i >= 0), 1e9));
    if (at > text.length) at = 0;
    const from = Math.max(0, at - CONTEXT);
    const part = text.slice(from, at + query.length + CONTEXT);
    const paragraph = document.createElement("p");
    paragraph.append(from ? "… " : "");
    // A single letter is marked where it stands alone, a word also where one begins with it.
    const parts = words.map((word) => (word.length > 1 ? word : `${word}(?![\\p{L}\\p{N}_])`));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(${parts.join("|")})`, "giu");
    let end = 0;
    for (const match of part.matchAll(pattern)) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      paragraph.append(part.slice(end, match.index), mark);
      end = match.index + match[0].length;
    }
    paragraph.append(part.slice(end), from + part.length < text.length ? " …" : "");
    return paragraph;
  }

  function show({ section }, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const inside = section.title !== section.pageTitle;
    link.href = section.page + (inside ? `#${section.anchor}` : "");
    link.textContent = inside ? `${section.pageTitle}: ${section.title}` : section.pageTitle;
    item.append(link, excerpt(section.text, words));
    list.append(item);
  }

  for (const input of document.querySelectorAll("form.bd-search input")) input.value = query;
  if (!query) {
    status.textContent = "Type what you look for: a term, a name, or an error message as you see it.";
    document.querySelector(".bd-search-container input").focus();
    return;
  }
  const { words, hits } = rank();
  for (const hit of hits.slice(0, SHOWN)) show(hit, words);
  const number = hits.length > SHOWN ? `The best ${SHOWN} of ${hits.length}` : hits.length;
  status.textContent = hits.length
    ? `${number} ${hits.length === 1 ? "section" : "sections"} for “${query}”.`
    : `Nothing for “${query}”. Try fewer words, or the glossary.`;
})();
