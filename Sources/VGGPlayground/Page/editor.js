// The text, its line numbers, and its underlines.

import { element } from "./element.js";

const area = document.getElementById("editor");
const underlines = document.getElementById("underlines");
const gutter = document.getElementById("gutter");
const numbers = document.createTextNode("");

export const text = () => area.value;
export const caret = () => area.selectionStart;

/** Calls `changed` whenever the text changes. */
export function onChange(changed) {
  area.addEventListener("input", changed);
}

/** Calls `moved` whenever the caret moves. */
export function onCaret(moved) {
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === area) moved();
  });
}

/** Replaces a part of the text so that the browser can undo it. */
export function replace(start, end, replacement) {
  area.focus();
  area.setSelectionRange(start, end);
  if (start === end && replacement === "") return;
  const command = replacement === "" ? "delete" : "insertText";
  if (!document.execCommand(command, false, replacement)) {
    area.setRangeText(replacement, start, end, "end");
    area.dispatchEvent(new Event("input"));
  }
}

/** Loads another text, such as that of a file; it cannot be undone. */
export function load(value) {
  area.value = value;
  area.setSelectionRange(0, 0);
  area.dispatchEvent(new Event("input"));
}

/** Selects a span and scrolls it into view. */
export function goTo(span) {
  area.focus();
  area.setSelectionRange(span.start, span.end);
  const range = document.createRange();
  const walker = document.createTreeWalker(underlines, NodeFilter.SHOW_TEXT);
  let rest = span.start;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (rest < node.length) {
      range.setStart(node, rest);
      range.setEnd(node, rest + 1);
      reveal(range);
      return;
    }
    rest -= node.length;
  }
}

/** Draws line numbers and underlines.
 *
 * `marks` are `{ start, end, line, kind }`, of kind error, warning or here; where they overlap, the first wins.
 */
export function decorate(marks) {
  const value = area.value;
  const pieces = [];
  let done = 0;
  for (const mark of disjoint(marks, value)) {
    pieces.push(value.slice(done, mark.start), element("mark", mark.kind, value.slice(mark.start, mark.end)));
    done = mark.end;
  }
  // A final line break would not be shown without something after it.
  pieces.push(value.slice(done) + "\u200b");
  underlines.replaceChildren(...pieces);
  const here = underlines.querySelector(".here");
  if (here && document.activeElement !== area) reveal(here);
  numberLines(value.split("\n").length, marks);
}

/** Scrolls the text, but not the rest of the page, so that a part of it is visible. */
function reveal(part) {
  const paper = area.closest(".paper");
  const [seen, wanted] = [paper.getBoundingClientRect(), part.getBoundingClientRect()];
  const left = seen.left + gutter.offsetWidth;
  if (wanted.right > seen.right) paper.scrollLeft += wanted.right - seen.right + 40;
  if (wanted.left < left) paper.scrollLeft -= left - wanted.left + 40;
  if (wanted.bottom > seen.bottom) paper.scrollTop += wanted.bottom - seen.bottom + 20;
  if (wanted.top < seen.top) paper.scrollTop -= seen.top - wanted.top + 20;
}

let numberedLines = 0;

/** Shows the line numbers as one text, with elements only for marked lines, since long texts have many lines. */
function numberLines(count, marks) {
  if (count !== numberedLines) {
    numbers.data = Array.from({ length: count }, (_, index) => index + 1).join("\n");
    numberedLines = count;
  }
  const kinds = new Map();
  for (const { line, kind } of marks) {
    if (line && kinds.get(line) !== "error") kinds.set(line, kind);
  }
  const lines = Array.from(kinds, ([line, kind]) => {
    const made = element("div", kind, `${line}`);
    made.dataset.line = line;
    made.style.setProperty("--line", line - 1);
    return made;
  });
  gutter.replaceChildren(numbers, ...lines);
}

/** Non-overlapping marks, in text order, with at least one character each. */
function disjoint(marks, value) {
  const taken = [];
  for (const { start, end, kind } of marks) {
    const mark = { start, end: Math.max(end, start + 1), kind };
    if (mark.end > value.length) {
      mark.end = value.length;
      mark.start = Math.max(0, Math.min(start, value.length - 1));
    }
    if (mark.start < mark.end && !taken.some((other) => mark.start < other.end && other.start < mark.end)) taken.push(mark);
  }
  return taken.sort((a, b) => a.start - b.start);
}
