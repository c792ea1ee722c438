import type { Report } from '@turnscope/core';

/** What a terminal could take for a command. JSON.stringify escapes only some of it, and writes no line end but its own. */
const risky = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The report as it is, for programs: two spaces of indent, keys in the order of the type. */
export function renderJson(report: Report): string {
  const text = JSON.stringify(report, null, 2);
  return `${text.replace(risky, (character) => (character === '\n' ? '\n' : escapeOf(character)))}\n`;
}

function escapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
