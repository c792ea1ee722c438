/**
 * Hashes a text to 64 bits, written to `hash` as two halves of 32. Another `seed` gives another,
 * unrelated hash. This is cyrb53 by bryc (public domain, with the halves of its final mix left
 * apart, which its author calls cyrb64):
 * https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 * The seed is spread over all bits first: as it is there, it would cancel out against a first letter.
 * Well spread and quick for short texts; nothing that withstands an attacker.
 */
export function hashText(text: string, seed: number, hash: Uint32Array): void {
  let left = 0xdeadbeef ^ Math.imul(seed, 0x9e3779b1);
  let right = 0x41c6ce57 ^ Math.imul(seed, 0x85ebca6b);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    left = Math.imul(left ^ unit, 2654435761);
    right = Math.imul(right ^ unit, 1597334677);
  }
  left =
    Math.imul(left ^ (left >>> 16), 2246822507) ^ Math.imul(right ^ (right >>> 13), 3266489909);
  right =
    Math.imul(right ^ (right >>> 16), 2246822507) ^ Math.imul(left ^ (left >>> 13), 3266489909);
  hash[0] = left;
  hash[1] = right;
}

const halves = new Uint32Array(2);

/**
 * A key for an id: 53 bits of its hash. V8 puts every text that is a key of a map into a table of
 * its own, which for ids that are seen once or twice costs far more than this.
 */
export function hashOf(id: string): number {
  hashText(id, 0, halves);
  return ((halves[1] ?? 0) & 0x1fffff) * 2 ** 32 + (halves[0] ?? 0);
}
