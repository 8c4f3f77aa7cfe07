// Shows what somebody looks for, of all that is on the page. It asks for nothing, and keeps nothing but the address.
"use strict";
{
  const form = document.getElementById("zoeken");
  const word = form.elements.woord;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const folds = [...form.querySelectorAll("details[data-groep]")];
  const count = document.getElementById("aantal");
  const chosen = document.getElementById("keuze");
  const result = document.getElementById("uitkomst");

  // Case, accents and signs do not count: "cafe" finds "Taalcafé".
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const cards = [...result.querySelectorAll("[data-woorden]")].map((card) => ({ card, words: plain(card.dataset.woorden) }));
  const checked = (group) => boxes.filter((box) => box.checked && box.name === group);
  const name = (box) => box.labels[0].textContent.trim();

  // One of those chosen within a group, and something from every group that has any.
  function fits({ card, words }, asked, groups) {
    return asked.every((part) => words.includes(part))
      && groups.every(([group, values]) => card.dataset[group].split(" ").some((mark) => values.includes(mark)));
  }

  function show() {
    const asked = plain(word.value).split(" ");
    const groups = folds.map((fold) => [fold.dataset.groep, checked(fold.dataset.groep).map((box) => box.value)])
      .filter(([, values]) => values.length);
    let found = 0;
    for (const one of cards) {
      one.card.hidden = !fits(one, asked, groups);
      found += !one.card.hidden;
    }
    for (const section of result.querySelectorAll("section")) {
      section.hidden = !section.querySelector("[data-woorden]:not([hidden])");
    }
    document.getElementById("niets").hidden = found > 0;
    tell(found);
  }

  // In words what was chosen: also for who reads it on paper.
  function tell(found) {
    const parts = folds.map((fold) => [fold.querySelector("legend").textContent, checked(fold.dataset.groep), fold]);
    for (const [, own, fold] of parts) {
      fold.querySelector(".gekozen").textContent = own.length ? `${own.length} gekozen` : "";
    }
    const words = parts.filter(([, own]) => own.length)
      .map(([legend, own]) => `${legend.toLowerCase()}: ${own.map(name).join(" of ")}`);
    if (word.value.trim()) words.unshift(`woord: ${word.value.trim()}`);
    chosen.hidden = !words.length;
    chosen.textContent = `Gekozen – ${words.join("; ")}.`;
    const all = `${cards.length} ${cards.length === 1 ? "activiteit" : "activiteiten"}`;
    const now = words.length ? `${found} van de ${all}` : all;
    // A screen reader says what changes here, so only what changes is written.
    if (count.textContent !== now) count.textContent = now;
  }

  function keep() {
    const state = new URLSearchParams(word.value.trim() ? [["woord", word.value.trim()]] : []);
    for (const box of boxes) if (box.checked) state.append(box.name, box.value);
    try {
      history.replaceState(null, "", String(state) ? `#${state}` : location.pathname + location.search);
    } catch {
      // Shown inside another program, a page may have no address of its own. Searching goes on.
    }
  }

  function restore() {
    const asked = location.hash.slice(1);
    if (asked && !asked.includes("=")) return; // a place on the page
    const state = new URLSearchParams(asked);
    word.value = state.get("woord") ?? "";
    for (const box of boxes) box.checked = state.getAll(box.name).includes(box.value);
    show();
  }

  let later;
  form.addEventListener("input", (event) => {
    clearTimeout(later);
    // Who types is not read a number after every letter.
    later = setTimeout(() => { show(); keep(); }, event.target === word ? 200 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    count.focus();
  });
  // The form is empty only after this.
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); word.focus(); }));
  addEventListener("hashchange", restore);

  form.hidden = false;
  document.getElementById("naar-gebied").hidden = true;
  restore();
}
