import type { RandomSource } from './pseudo-random.ts';

/** An id in the shape of a version 4 UUID. */
export function drawUuid(random: RandomSource): string {
  const hex = drawCharacters(random, hexadecimal, 32);
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

/** An id in the shape of the API's: a prefix such as `msg_01`, then 22 letters and digits. */
export function drawApiId(random: RandomSource, prefix: string): string {
  return prefix + drawCharacters(random, lettersAndDigits, 22);
}

/** A subagent's id, as it stands in its file's name. */
export function drawAgentId(random: RandomSource): string {
  return `a${drawCharacters(random, hexadecimal, 16)}`;
}

const hexadecimal = '0123456789abcdef';
const lettersAndDigits = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789';

function drawCharacters(random: RandomSource, alphabet: string, length: number): string {
  let characters = '';
  while (characters.length < length) {
    characters += alphabet.charAt(Math.floor(random() * alphabet.length));
  }
  return characters;
}
