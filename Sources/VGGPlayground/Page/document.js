// The source and destination of the text: the file, a link, the downloads.

import * as editor from "./editor.js";
import { setText } from "./element.js";
import * as link from "./link.js";
import { loadFile, Refusal, saveFile } from "./server.js";
import { examples, notices } from "./words.js";

const name = document.getElementById("file");
const notice = document.getElementById("notice");
const save = document.getElementById("save");
const back = document.getElementById("back");
const share = document.getElementById("share");
const shareRow = document.getElementById("link");
const shareLink = document.getElementById("share-link");
const choice = document.getElementById("examples");

let file = { name: "", text: "", version: null };
/** Whether the text belongs to the file, and not to a link. */
let isFile = true;
/** The text as it was last saved or loaded. */
let savedText = "";
/** The function to call when another text is opened. */
let opened = () => {};

export function say(message) {
  setText(notice, message);
}

const isUnsaved = () => editor.text() !== savedText;

function showName() {
  const shown = isFile ? file.name : "";
  name.textContent = isUnsaved() && shown ? `${shown} (${notices.unsaved})` : shown;
  document.title = shown ? `${shown} · vggc playground` : "vggc playground";
  back.hidden = isFile && !isOutdated;
}

/** Calls `another` when another text is opened. */
export function onOpened(another) {
  opened = another;
}

/** Opens the text that the address refers to: that of a link, or the file. */
export async function open(fragment) {
  const packed = link.parametersOf(fragment).get("config");
  if (packed === null) return openFile();
  try {
    const text = await link.textOf(packed);
    if (!file.name) file = await loadFile();
    openElsewhere(text, notices.linkOpened);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!file.name) await openFile();
    say(notices.badLink);
  }
}

async function openFile() {
  file = await loadFile();
  isFile = true;
  isOutdated = false;
  choice.value = "";
  openText(file.text);
}

/** Opens a text that does not belong to the file, so that saving cannot replace the user's file with it. */
function openElsewhere(text, message) {
  isFile = false;
  openText(text);
  say(message);
}

function openText(text) {
  opened();
  editor.load(text);
  // The browser normalizes line breaks.
  savedText = editor.text();
  showName();
}

export const isOpen = () => file.name !== "";

/** Whether the text may be discarded. */
export function mayLeave() {
  return !isUnsaved() || confirm(notices.loseChanges);
}

let isSaving = false;
/** Whether another program has changed the file, so that it can no longer be saved to. */
let isOutdated = false;

async function store() {
  if (!isFile || !file.version) return download();
  // A second save would refer to an outdated version, and be refused.
  if (isSaving) return;
  isSaving = true;
  const text = editor.text();
  const saved = file;
  try {
    const answer = await saveFile(text, saved.version);
    saved.version = answer.version;
    // Another text may have been opened in the meantime.
    if (isFile && file === saved) savedText = text;
    say(notices.saved);
  } catch (error) {
    isOutdated = error instanceof Refusal && error.status === 412;
    say(messageOf(error));
  } finally {
    isSaving = false;
    showName();
  }
}

function download() {
  const text = editor.text();
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  anchor.download = `${file.name.split("/").pop().replace(/\.ya?ml$|[<>]/g, "") || "vgg"}.yaml`;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
  savedText = text;
  say(notices.downloaded);
  showName();
}

async function copyLink() {
  const address = await link.linkTo(editor.text());
  shareRow.hidden = address === null;
  if (address === null) return say(notices.textTooLong);
  shareLink.value = address;
  try {
    await navigator.clipboard.writeText(address);
    say(notices.copied);
  } catch {
    shareLink.select();
    say(notices.copyByHand);
  }
}

/** The message for a failed request. */
export function messageOf(error) {
  if (error instanceof Refusal) return error.status === 403 ? notices.noKey : error.message;
  // fetch throws a TypeError if there is no answer; anything else is a bug in this page.
  if (error instanceof TypeError) return notices.noServer;
  throw error;
}

editor.onChange(showName);
save.addEventListener("click", store);
share.addEventListener("click", copyLink);
back.addEventListener("click", async () => {
  if (!mayLeave()) return;
  history.replaceState(null, "", location.pathname);
  say("");
  await openFile().catch((error) => say(messageOf(error)));
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    store();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved()) event.preventDefault();
});
choice.append(...examples.map((example) => new Option(example.name, example.name)));
choice.addEventListener("change", () => {
  const example = examples.find((candidate) => candidate.name === choice.value);
  if (example && mayLeave()) openElsewhere(example.text, notices.exampleOpened);
  else choice.value = "";
});
