// Elements with a text, which the browser never interprets as HTML.

/** An element with a class; "" for none. */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  setText(made, content);
  return made;
}

/** Sets an element's text. In a page in another language, a text in English, such as a layer's name, is marked as
 * English, by the same rule as the parts that the server generates.
 */
export function setText(target, text) {
  target.textContent = text;
  const isEnglish = document.documentElement.lang !== "en" && /[a-z]{2}/.test(text) && !text.includes("=") && !otherLetters.test(text);
  if (isEnglish) target.lang = "en";
  else target.removeAttribute("lang");
}

const otherLetters = /(?![\p{Script=Latin}\p{Script=Greek}])\p{L}/u;
