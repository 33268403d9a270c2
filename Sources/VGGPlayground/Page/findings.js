// The findings about the text, and the buttons that fix them.

import * as editor from "./editor.js";
import { element, setText } from "./element.js";
import { notices } from "./words.js";

const list = document.getElementById("findings");
const verdict = document.getElementById("verdict");
const fixAll = document.getElementById("fix-all");

let applyAll = () => {};
fixAll.addEventListener("click", () => applyAll());

/** Shows an answer's findings.
 *
 * `edit` replaces a part of the text, if the text is still the one that the answer is about.
 */
export function show(answer, edit) {
  if (verdict.textContent !== answer.verdict) setText(verdict, answer.verdict);
  verdict.className = answer.hasErrors ? "error" : answer.findings.length > 0 ? "warning" : "sound";
  applyAll = () => edit({ start: 0, end: editor.text().length }, answer.fixed);
  fixAll.hidden = !answer.fixed;
  const open = new Set(Array.from(list.querySelectorAll("details[open]"), (details) => details.dataset.code));
  list.replaceChildren(...answer.findings.map((finding) => item(finding, open, edit)));
}

/** The findings' spans, for underlines. */
export function marks(answer) {
  return answer.findings.filter((finding) => finding.place).map(({ place, severity }) => ({
    ...place.span, line: place.line, kind: severity,
  }));
}

function item(finding, open, edit) {
  const parts = [];
  if (finding.place) {
    parts.push(placeButton("place", finding.place), " ");
  }
  parts.push(element("span", "severity", notices[finding.severity]), " ", element("span", "message", finding.message), " ", element("code", "code", finding.code));
  if (finding.label) parts.push(element("p", "label", finding.label));
  parts.push(...finding.notes.map(({ message, place }) => {
    const line = element("p", "note", "");
    line.append(...(place ? [placeButton("note-place", place), " "] : []), element("span", "", message));
    return line;
  }));
  const fixes = finding.fixes.map((fix) => {
    const button = element("button", "fix", fix.title);
    button.type = "button";
    button.addEventListener("click", () => edit(fix.span, fix.replacement));
    return button;
  });
  if (fixes.length > 0) {
    const row = element("div", "fixes", "");
    row.append(...fixes);
    parts.push(row);
  }
  const details = element("details", "", "");
  details.dataset.code = finding.code;
  details.open = open.has(finding.code);
  details.append(element("summary", "", notices.why), ...finding.meaning.map((paragraph) => element("p", "", paragraph)));
  parts.push(details);
  const made = element("li", finding.severity, "");
  if (finding.place) made.dataset.line = finding.place.line;
  made.append(...parts);
  return made;
}

/** A button that goes to a place in the text. */
function placeButton(className, { line, column, span }) {
  const button = element("button", className, `${line}:${column}`);
  button.type = "button";
  button.addEventListener("click", () => editor.goTo(span));
  return button;
}
