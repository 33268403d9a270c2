// Elements with a text, which the browser never interprets as HTML.

/** An element with a class; "" for none. */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  setText(made, content);
  return made;
}

/** Sets an element's text. In a page in another language, a text in English, such as a layer's name, and English passages
 * in a sentence are marked as English, by the same rule as the parts that the server generates (Element+English.swift).
 */
export function setText(target, text) {
  target.removeAttribute("lang");
  if (document.documentElement.lang === "en" || target.localName === "code") {
    target.textContent = text;
  } else if (/[a-z]{2}/.test(text) && !text.includes("=") && !foreign.test(text)) {
    target.textContent = text;
    target.lang = "en";
  } else {
    target.replaceChildren(...passages(text));
  }
}

/** The parts of a text in order: strings, and elements for the English passages. */
function passages(text) {
  const parts = [];
  let start = 0;
  for (const { 0: words, index } of foreign.test(text) ? text.matchAll(latinWords) : []) {
    const end = index + words.length;
    if (!isPassage(words, text.slice(0, index), text.slice(end))) continue;
    const marked = document.createElement("span");
    marked.lang = "en";
    marked.textContent = words;
    parts.push(text.slice(start, index), marked);
    start = end;
  }
  return [...parts, text.slice(start)].filter((part) => part !== "");
}

/** Whether words between two texts are a passage, and not a part of code or a single name. */
function isPassage(words, before, after) {
  if (!/[a-z]{2}/.test(words) || /[\p{N}_./\-=`]$/u.test(before) || /^[\p{N}_./\-=`(]/u.test(after)) return false;
  if (words.includes(" ")) return true;
  if (before.endsWith('"') && after.startsWith('"')) return true;
  // A term in brackets after its name in the page's language.
  return foreignEnd.test(before) && /^[),]/.test(after);
}

const latinWords = /[A-Za-z][A-Za-z'/-]*[A-Za-z](?:,? [A-Za-z][A-Za-z'/-]*[A-Za-z])*/g;
/** A letter that is neither Latin nor Greek. */
const foreign = /(?=\p{Alphabetic})[\u{1100}-\u{10FFFF}]/u;
const foreignEnd = /(?=\p{Alphabetic})[\u{1100}-\u{10FFFF}]\($/u;
