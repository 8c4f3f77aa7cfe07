// Comfort, nothing more: whoever has no script misses no word. It asks for nothing and remembers nothing.
"use strict";

// The contents list shows where the reader is.
const links = [...document.querySelectorAll(".contents a")];
const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
const nearTheTop = 80;
let current = null;

function showWhereWeAre() {
  const passed = places.filter((place) => place && place.getBoundingClientRect().top < nearTheTop).length;
  const link = links[passed - 1] ?? null;
  if (link === current) return;
  current?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  current = link;
  if (link) keepInSight(link, link.closest("nav"));
}

function keepInSight(link, list) {
  const frame = list.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    list.scrollTop += place.top - frame.top - frame.height / 3;
  }
}

if (links.length) {
  document.addEventListener("scroll", showWhereWeAre, { passive: true });
  showWhereWeAre();
}

// Who would rather read numbers than charts opens them all at once, from the first figure that has them.
const folds = [...document.querySelectorAll("figure details")];
if (folds.length > 1) {
  const button = document.createElement("button");
  const allOpen = () => folds.every((fold) => fold.open);
  const say = () => {
    button.textContent = allOpen() ? "Verberg de cijfers bij alle figuren" : "Toon de cijfers bij alle figuren";
  };
  button.type = "button";
  button.addEventListener("click", () => {
    const open = !allOpen();
    for (const fold of folds) fold.open = open;
  });
  for (const fold of folds) fold.addEventListener("toggle", say);
  say();
  folds[0].after(button);
}

// A frame in which nothing scrolls need not be a stop for the Tab key.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const frame of document.querySelectorAll(".scroller, .contents")) sizes.observe(frame);
