// The page: asks the server about every state of the text and the slider, and shows its answers.

import * as opened from "./document.js";
import * as editor from "./editor.js";
import * as findings from "./findings.js";
import { parametersOf } from "./link.js";
import * as network from "./network.js";
import { compile, keepKey, sizes } from "./server.js";
import * as size from "./size.js";

const models = document.getElementById("model");
const modelsRow = document.getElementById("models");
const format = document.getElementById("format");

/** The answer that is shown, and its text. */
let shown = { answer: null, text: null };
/** Whether a request is pending, and whether something has changed since it was sent. */
let isAsking = false;
let isChanged = false;
let bandsTimer = 0;
/** Whether the last request got no answer, so that the page shows an earlier text's results. */
let isUnanswered = false;

/** Asks about the current state of the page; if a request is pending, after its answer. */
async function ask() {
  isChanged = true;
  if (isAsking) return;
  isAsking = true;
  try {
    while (isChanged) {
      isChanged = false;
      const question = { text: editor.text(), model: Math.max(0, models.selectedIndex), side: size.side() };
      const answer = await compile(question).catch((error) => opened.say(opened.messageOf(error)));
      if (answer && isUnanswered) opened.say("");
      isUnanswered = !answer;
      document.documentElement.classList.toggle("unanswered", isUnanswered);
      if (answer) show(answer, question.text);
    }
  } finally {
    isAsking = false;
  }
}

function show(answer, text) {
  const isOther = shown.text !== text || shown.answer?.model !== answer.model;
  shown = { answer, text };
  const edit = (span, replacement) => {
    const isCurrent = editor.text() === text;
    if (isCurrent) editor.replace(span.start, span.end, replacement);
    return isCurrent;
  };
  findings.show(answer, edit);
  size.show(answer.size, edit);
  showModels(answer);
  format.disabled = !answer.formatted;
  network.show(answer.network);
  decorate();
  document.documentElement.dataset.revision = Number(document.documentElement.dataset.revision) + 1;
  if (isOther) askForBands(text, answer.model ?? 0);
}

function showModels({ models: names, model }) {
  // Keep the selection while the text is not valid YAML.
  if (names.length === 0) return;
  modelsRow.hidden = names.length < 2;
  const old = Array.from(models.options, (option) => option.value);
  if (old.join("\n") !== names.join("\n")) models.replaceChildren(...names.map((name) => new Option(name, name)));
  if (model !== undefined && model !== null) models.selectedIndex = model;
}

/** Draws the underlines, unless the text has changed since; if so, the next answer is pending. */
function decorate() {
  if (!shown.answer) return;
  const marks = editor.text() === shown.text ? findings.marks(shown.answer) : [];
  const here = editor.text() === shown.text ? network.place() : null;
  editor.decorate(here ? [...marks, { ...here, kind: "here" }] : marks);
}

/** Requests the sizes after a pause in typing, since they take many checks. */
function askForBands(text, model) {
  clearTimeout(bandsTimer);
  size.showBands([]);
  bandsTimer = setTimeout(async () => {
    const answer = await sizes({ text, model }).catch(() => null);
    if (answer && editor.text() === text) size.showBands(answer.bands);
  }, 250);
}

/** Stores the key from the address and removes it there, so that bookmarks and copied addresses do not reveal it. */
function takeKey() {
  const parameters = parametersOf(location.hash);
  const key = parameters.get("key");
  const config = parameters.get("config");
  if (key) {
    keepKey(key);
    history.replaceState(null, "", config ? `#config=${config}` : location.pathname);
  }
  return { key, config };
}

const open = () => opened.open(location.hash).catch((error) => opened.say(opened.messageOf(error)));

editor.onChange(() => {
  decorate();
  ask();
});
editor.onCaret(() => {
  if (editor.text() === shown.text) network.chooseAt(editor.caret());
});
network.onShown(decorate);
size.onChange(ask);
opened.onOpened(() => {
  size.forget();
  models.replaceChildren();
});
models.addEventListener("change", () => {
  size.forget();
  ask();
});
format.addEventListener("click", () => {
  const { answer, text } = shown;
  if (answer?.formatted && editor.text() === text) editor.replace(0, text.length, answer.formatted);
});
window.addEventListener("hashchange", () => {
  const { key, config } = takeKey();
  // An address with only a key, as vggc prints it when it is restarted, leaves the text unchanged.
  if (key && !config && opened.isOpen()) ask();
  else if (opened.mayLeave()) open();
});
takeKey();
open();
