// The slider for the image's size.

import { setText } from "./element.js";
import { notices } from "./words.js";

const sizes = document.getElementById("sizes");
const slider = document.getElementById("size");
const value = document.getElementById("size-value");
const note = document.getElementById("size-note");
const bands = document.getElementById("size-bands");
const reset = document.getElementById("size-reset");
const apply = document.getElementById("size-apply");

/** The slider's size; null while it follows the text. */
let asked = null;
/** The text's own size, from the last answer. */
let own = null;
let edit = null;
let write = () => {};
let askAnew = () => {};

export const side = () => asked;

/** Follows the text again. */
export function forget() {
  asked = null;
}

/** Calls `changed` when another size is selected. */
export function onChange(changed) {
  askAnew = changed;
  const ask = (size) => {
    asked = size;
    changed();
  };
  slider.addEventListener("input", () => ask(Number(slider.value)));
  reset.addEventListener("click", () => ask(null));
  apply.addEventListener("click", () => {
    if (edit && write(edit.span, edit.replacement)) asked = null;
  });
}

/** Shows an answer's size.
 *
 * `replace` replaces a part of the text, if the text is still the one that the answer is about.
 */
export function show(size, replace) {
  sizes.hidden = !size;
  if (!size) return;
  write = replace;
  edit = size.edit ?? null;
  // A user who writes another size into the text wants to see that size.
  const isOther = own !== null && own !== size.own;
  own = size.own;
  if (isOther && asked !== null) {
    asked = null;
    askAnew();
  }
  slider.min = size.least;
  slider.max = size.most;
  // While the user drags the slider, the answer may be for an earlier position.
  if (asked === null || asked === size.side) slider.value = size.side;
  slider.setAttribute("aria-valuetext", size.text);
  setText(value, size.text);
  setText(note, size.note);
  reset.disabled = size.side === size.own;
  apply.disabled = !edit;
}

/** Shows the sizes at which the network works. */
export function showBands(found) {
  const least = Number(slider.min);
  const span = Number(slider.max) - least + 1;
  bands.replaceChildren(...found.map(({ from, to, works }) => {
    const band = document.createElement("span");
    band.className = works ? "works" : "stops";
    band.style.left = `${(100 * (from - least)) / span}%`;
    band.style.width = `${(100 * (to - from + 1)) / span}%`;
    band.title = `${from}–${to}: ${works ? notices.works : notices.stops}`;
    return band;
  }));
}
