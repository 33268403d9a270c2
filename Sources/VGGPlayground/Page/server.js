// Requests to the server, which runs the compiler.

const keyName = "vggc-key";

/** A refusal by the server, with a message for the user. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Stores the key from the address, for pages that are opened without it. */
export function keepKey(key) {
  localStorage.setItem(keyName, key);
}

export const compile = (question) => ask("/api/compile", post(question));
export const sizes = (question) => ask("/api/sizes", post(question));
export const loadFile = () => ask("/api/file", {});
export const saveFile = (text, version) => ask("/api/file", {
  method: "PUT",
  headers: { "Content-Type": "application/yaml", "If-Match": `"${version}"` },
  body: text,
});

const post = (question) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(question),
});

async function ask(path, options) {
  const headers = { ...options.headers, "X-VGGC-Key": localStorage.getItem(keyName) ?? "" };
  const response = await fetch(path, { ...options, headers });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer.message ?? response.statusText);
  return answer;
}
