// Elements with a text, which the browser never interprets as HTML.

/** An element with a class; "" for none. */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = content;
  return made;
}
