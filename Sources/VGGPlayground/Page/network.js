// The network's drawing, totals and table, and the layer that the user points at.

import { element, setText } from "./element.js";

const drawing = document.getElementById("drawing");
const layers = document.getElementById("layers");
const facts = document.getElementById("facts");
const heading = document.getElementById("network-heading");
const stop = document.getElementById("stop");
const title = document.getElementById("details-title");
const sight = document.getElementById("sight");
const sees = document.getElementById("sees");
const lesson = document.getElementById("lesson");
const shares = document.getElementById("shares");

let volumes = [];
/** Whether the last text has no network, so that positions in it do not match the drawing. */
let isStale = false;
/** The selected box, and the box that is shown while the user points at it. */
let chosen = 1;
let pointed = null;
let told = () => {};

/** Calls `shown` whenever the layer that is shown changes. */
export function onShown(shown) {
  told = shown;
}

/** Draws a network; for `null`, when the text has no network, the last one stays, faded. */
export function show(network) {
  isStale = !network;
  document.getElementById("network").classList.toggle("stale", isStale);
  if (isStale) return;
  const hadFocus = drawing.contains(document.activeElement);
  const scrolled = [drawing.scrollLeft, layers.scrollLeft];
  setText(heading, network.heading);
  stop.hidden = !network.stop;
  setText(stop, network.stop ?? "");
  // The server generates all of this and escapes everything that comes from the text.
  drawing.innerHTML = network.drawing;
  facts.innerHTML = network.facts;
  document.getElementById("totals").hidden = !network.facts;
  layers.innerHTML = network.layers;
  sight.innerHTML = network.sight;
  [drawing.scrollLeft, layers.scrollLeft] = scrolled;
  volumes = network.volumes;
  pointed = null;
  paint();
  if (hadFocus) box(current())?.focus();
}

/** Selects the box whose element contains a position in the text, if there is one. */
export function chooseAt(offset) {
  if (isStale) return;
  const found = volumes.findIndex(({ element }) => element && element.start <= offset && offset <= element.end);
  if (found >= 0) choose(found);
}

/** The span in the text of the layer that is shown. */
export const place = () => (isStale ? null : volumes[current()]?.element);

const current = () => Math.min(pointed ?? chosen, volumes.length - 1);
const box = (number) => drawing.querySelector(`.box[data-volume="${number}"]`);

function choose(number) {
  chosen = number;
  pointed = null;
  paint();
}

function point(number) {
  if (pointed === number) return;
  pointed = number;
  paint();
}

function paint() {
  const shown = current();
  const kept = Math.min(chosen, volumes.length - 1);
  for (const part of document.querySelectorAll("[data-volume]")) {
    const number = Number(part.dataset.volume);
    part.classList.toggle("shown", number === shown);
    if (part.classList.contains("box")) {
      part.tabIndex = number === kept ? 0 : -1;
      part.setAttribute("aria-pressed", number === kept);
    }
  }
  const volume = volumes[shown];
  if (volume) explain(volume);
  told();
}

function explain(volume) {
  setText(title, volume.title);
  lesson.innerHTML = volume.lesson;
  setText(sees, volume.sees);
  const square = sight.querySelector(".field");
  for (const key of ["x", "y", "width", "height"]) square?.setAttribute(key, volume.field[key]);
  shares.replaceChildren(...volume.shares.map(share));
}

function share({ key, title, value, fraction, percent }) {
  const filled = element("span", "", "");
  filled.style.width = `${100 * (fraction ?? 0)}%`;
  const bar = element("dd", "bar", "");
  bar.setAttribute("aria-hidden", "true");
  bar.append(filled);
  const row = element("div", "", "");
  row.dataset.share = key;
  row.append(element("dt", "", title), element("dd", "value", percent ? `${value} (${percent})` : value), bar);
  return row;
}

const numberOf = (event) => {
  const part = event.target.closest?.("[data-volume]");
  return part ? Number(part.dataset.volume) : null;
};

for (const area of [drawing, layers]) {
  area.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && numberOf(event) !== null) point(numberOf(event));
  });
  area.addEventListener("pointerleave", () => point(null));
  area.addEventListener("click", (event) => {
    if (numberOf(event) !== null) choose(numberOf(event));
  });
}

drawing.addEventListener("keydown", (event) => {
  const number = numberOf(event);
  if (number === null) return;
  const last = volumes.length - 1;
  const next = {
    ArrowRight: Math.min(number + 1, last), ArrowDown: Math.min(number + 1, last),
    ArrowLeft: Math.max(number - 1, 0), ArrowUp: Math.max(number - 1, 0),
    Home: 0, End: last, Enter: number, " ": number,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(next);
  box(next)?.focus();
});
