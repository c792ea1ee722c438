import type { Draw } from '../harness/pseudo-random.ts';

/** A size around `median`: lognormal, as the sizes of real lines are, and at most `most`. */
export function drawSize(draw: Draw, median: number, sigma: number, most: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Math.max(8, Math.min(most, Math.round(median * Math.exp(sigma * normal))));
}

const words =
  'the request path returns cached rows when their version matches so we check it before parsing const result await read file index export function option value error test expect'.split(
    ' ',
  );
const poolLength = 512 * 1024;

/**
 * Text to cut pieces from. Of code, JSON escapes one character in about 30, as of our own sources
 * (newlines, quotes, a backslash now and then); prose has long paragraphs, and a dash or a check
 * mark beyond ASCII.
 */
export function textPool(kind: 'code' | 'prose', draw: Draw): string {
  const parts: string[] = [];
  for (let length = 0; length < poolLength; length += parts.at(-1)?.length ?? 1) {
    const word = words[Math.floor(draw() * words.length)] ?? '';
    parts.push(kind === 'code' ? codePart(word, draw()) : prosePart(word, draw()));
  }
  return parts.join('');
}

function codePart(word: string, chance: number): string {
  if (chance < 0.09) return `${word};\n    `;
  if (chance < 0.11) return `${word} {\n  `;
  if (chance < 0.12) return `}\n\n`;
  if (chance < 0.14) return `"${word}" `;
  if (chance < 0.143) return '\\n';
  return `${word} `;
}

function prosePart(word: string, chance: number): string {
  if (chance < 0.015) return `${word}.\n\n`;
  if (chance < 0.03) return `"${word}" `;
  if (chance < 0.04) return `${word} \u2014 `;
  if (chance < 0.043) return '\u2713 ';
  return `${word} `;
}
