// Follow what is saved: show what was found, and lay a new plan over the old one where the reader was.
"use strict";

const area = document.body.dataset.gebied;
const heading = document.querySelector("h1");
const message = document.querySelector("[role=status]");
const busy = document.querySelector(".bezig");
const choice = document.querySelector("header div");
const findings = document.querySelector("section");
const main = document.querySelector("main");
const stopped = "De voorvertoning is gestopt. Start haar opnieuw, dan gaat deze pagina vanzelf verder.";

let shown = document.body.dataset.merk;
let offered = null;
let said = null;
let round = null;
let coming = null;

function follow() {
  const line = new EventSource(`/nieuws?gebied=${encodeURIComponent(area)}`);
  line.addEventListener("message", (event) => tell(JSON.parse(event.data)));
  line.addEventListener("error", () => {
    document.body.dataset.stand = "weg";
    busy.hidden = true;
    say(stopped);
    // After a refused connection a browser tries again by itself; after a wrong answer it does not.
    if (line.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  });
}

function tell(news) {
  document.title = `${news.titel} – voorvertoning`;
  heading.textContent = news.titel;
  document.body.dataset.stand = news.stand;
  busy.hidden = !news.bezig;
  // Only what was made while we looked has a time we know.
  const made = round !== null && news.ronde !== round && news.ronde > 0;
  if (made || round === null || news.ronde === 0 || message.textContent === stopped) {
    say(made ? `${news.melding} Bijgewerkt om ${new Date().toLocaleTimeString("nl-NL")}.` : news.melding);
  }
  round = news.ronde;
  if (news.keuze !== offered) {
    if (offered !== null || !choice.hasChildNodes()) choice.innerHTML = news.keuze;
    offered = news.keuze;
  }
  if (news.bevindingen !== said) showFindings(news.bevindingen);
  if (news.merk && news.merk !== shown) {
    shown = news.merk;
    showPlan();
  }
}

function say(words) {
  if (message.textContent !== words) message.textContent = words;
}

function showFindings(html) {
  const was = findings.querySelector("details")?.open;
  const same = said !== null && (said.startsWith("<details open") === html.startsWith("<details open"));
  said = html;
  if (findings.innerHTML !== html) findings.innerHTML = html;
  // Who folded the list keeps it so, until there is something of another weight.
  const list = findings.querySelector("details");
  if (list && same && was !== undefined) list.open = was;
}

function showPlan() {
  coming?.remove();
  const old = main.querySelector("iframe");
  const frame = document.createElement("iframe");
  frame.title = "Het plan";
  frame.inert = true;
  frame.src = `/plan?gebied=${encodeURIComponent(area)}`;
  frame.addEventListener("load", () => {
    if (old) goBackTo(whereIn(old), frame);
    const focused = document.activeElement === old && old !== null;
    frame.inert = false;
    for (const other of [...main.children]) if (other !== frame) other.remove();
    if (focused) frame.focus();
    coming = null;
  }, { once: true });
  coming = frame;
  main.append(frame);
}

// Where the reader is: the last thing with a name above the top edge, and how far below it.
function whereIn(frame) {
  const page = frame.contentDocument;
  // The letters that a drawing is made of are nowhere, and so above everything; so is what is folded away.
  const places = [...page.querySelectorAll("main [id]:not(svg *)")].filter((place) => place.checkVisibility());
  const passed = places.filter((place) => place.getBoundingClientRect().top <= 1);
  const near = passed.at(-1);
  return {
    top: frame.contentWindow.scrollY,
    id: near?.id,
    below: near?.getBoundingClientRect().top,
    open: [...page.querySelectorAll("details")].map((fold) => fold.open),
  };
}

function goBackTo(where, frame) {
  const page = frame.contentDocument;
  const folds = [...page.querySelectorAll("details")];
  if (folds.length === where.open.length) folds.forEach((fold, number) => { fold.open = where.open[number]; });
  const near = where.id && page.getElementById(where.id);
  const top = near ? near.getBoundingClientRect().top + frame.contentWindow.scrollY - where.below : where.top;
  frame.contentWindow.scrollTo({ top, behavior: "instant" });
}

follow();
