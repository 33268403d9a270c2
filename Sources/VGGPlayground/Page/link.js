// Texts as part of a link: deflated, in URL-safe base64.

const longestLink = 30_000;
const longestText = 1 << 20;

/** The parameters of an address after its `#`. */
export function parametersOf(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, ""));
}

/** A link to this page that contains `text`; null if it would be too long for browsers and mail. */
export async function linkTo(text) {
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text), Infinity);
  const link = `${location.origin}/#config=${base64URL(packed)}`;
  return link.length > longestLink ? null : link;
}

/** The text in a link; throws if it cannot be read. */
export async function textOf(packed) {
  const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = await through(new DecompressionStream("deflate-raw"), bytes, longestText);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
}

function base64URL(bytes) {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A stream's output for `bytes`, limited to `limit` bytes, since a few bytes can unpack to very many. */
async function through(stream, bytes, limit) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
