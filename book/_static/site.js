// What every page does: light and dark, the search box, the two sidebars, where you are on the page.
// Instead of the theme's own script, which measures every code block of a page when it loads.
"use strict";

(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const each = (selector, action) => document.querySelectorAll(selector).forEach(action);

  // Light, dark, or what the system says.
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  function setMode(mode) {
    const system = prefersDark.matches ? "dark" : "light";
    Object.assign(root.dataset, { mode, theme: mode === "auto" ? system : mode });
    try {
      localStorage.setItem("mode", mode);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
    each(".theme-switch-button", (button) => {
      button.setAttribute("aria-label", `Color mode: ${mode}. Change it.`);
    });
  }

  function nextMode() {
    const modes = prefersDark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    setMode(modes[(modes.indexOf(root.dataset.mode) + 1) % modes.length]);
  }

  setMode(["light", "dark"].includes(root.dataset.mode) ? root.dataset.mode : "auto");
  prefersDark.addEventListener("change", () => root.dataset.mode === "auto" && setMode("auto"));
  each(".theme-switch-button", (button) => button.addEventListener("click", nextMode));

  // A click on the backdrop of a dialog closes it.
  function closeOutside(dialog) {
    dialog.addEventListener("click", ({ clientX: x, clientY: y, target }) => {
      const box = dialog.getBoundingClientRect();
      const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      if (target === dialog && !inside) dialog.close();
    });
  }

  // Search: a button or Ctrl+K opens the box; on the search page, its own field takes the focus.
  const searchBox = byId("pst-search-dialog");
  const searchField = document.querySelector(".bd-search-container input[name=q]");

  function openSearch() {
    if (searchField) searchField.select();
    else if (!searchBox.open) searchBox.showModal();
  }

  if (searchBox) {
    closeOutside(searchBox);
    each(".search-button__button", (button) => button.addEventListener("click", openSearch));
    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openSearch();
    });
    if (/^(Mac|iP)/.test(navigator.platform)) each(".kbd-shortcut__modifier", (key) => (key.textContent = "⌘"));
  }

  // The sidebars: beside the text where there is room, else in a dialog over it.
  const hasRoom = matchMedia("(min-width: 992px)");

  function moveInto(target, source) {
    target.append(...source.childNodes);
    target.classList.add(...source.classList);
    source.className = "";
  }

  function setUpSidebar(button, sidebar, dialog, hide) {
    if (!button || !sidebar || !dialog) return;
    button.addEventListener("click", () => {
      if (hide && hasRoom.matches) {
        sidebar.classList.toggle("pst-sidebar-hidden");
        return;
      }
      moveInto(dialog, sidebar);
      dialog.showModal();
    });
    dialog.addEventListener("close", () => moveInto(sidebar, dialog));
    dialog.addEventListener("click", ({ target }) => target.closest("a[href*='#']") && dialog.close());
    closeOutside(dialog);
  }

  setUpSidebar(document.querySelector(".primary-toggle"), byId("pst-primary-sidebar"), byId("pst-primary-sidebar-modal"), true);
  setUpSidebar(document.querySelector(".secondary-toggle"), byId("pst-secondary-sidebar"), byId("pst-secondary-sidebar-modal"), false);

  // In the list of all pages, this one is in sight.
  const sidebar = byId("pst-primary-sidebar");
  const here = sidebar?.querySelector("a.current");
  if (here && hasRoom.matches) {
    requestAnimationFrame(() => {
      const offset = here.getBoundingClientRect().top - sidebar.getBoundingClientRect().top;
      if (offset > 0.5 * sidebar.clientHeight) sidebar.scrollTop = offset - 0.3 * sidebar.clientHeight;
    });
  }

  // In the contents of the page, the section that is being read is marked.
  const links = new Map();
  each("#pst-page-toc-nav a[href^='#']", (link) => {
    const section = byId(decodeURIComponent(link.hash.slice(1)));
    if (section) links.set(section.querySelector("h1, h2, h3, h4") ?? section, link);
  });

  function mark(current) {
    for (const link of links.values()) {
      link.classList.toggle("active", link === current);
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  if (links.size && hasRoom.matches) {
    const seen = new IntersectionObserver((entries) => {
      const entered = entries.filter((entry) => entry.isIntersecting).pop();
      if (entered) mark(links.get(entered.target));
    }, { rootMargin: "0px 0px -70% 0px" });
    links.forEach((_, heading) => seen.observe(heading));
  }

  // What is wider than its box scrolls, and what scrolls can be reached by keyboard. The boxes are
  // measured right after the browser laid them out, which costs nothing more.
  const measured = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!contentRect.width) continue; // folded away
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  each(".bd-article :is(pre, div.math, .output.text_html, .pst-scrollable-table-container)", (box) => measured.observe(box));
})();
