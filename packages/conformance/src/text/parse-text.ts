import type { ReadFamilies } from '../read-families.ts';
import { FamilyLines } from './family-lines.ts';
import { readFamily } from './read-family.ts';
import type { TextFormat } from './text-format.ts';
import { unescapeHelp, unescapeLabelValue } from './unescape.ts';

const text: TextFormat = {
  words: ['HELP', 'TYPE'],
  unescapeHelp,
  counter: [''],
  counterFamily: '',
};

const openMetrics: TextFormat = {
  words: ['HELP', 'TYPE', 'UNIT'],
  unescapeHelp: unescapeLabelValue,
  counter: ['_total', '_created'],
  counterFamily: '_total',
};

/**
 * Reads the text format 0.0.4 by its specification, strictly: what Prometheus would let pass but
 * nobody should write is refused too. Throws an Error that shows the line.
 */
export function parseText(written: string): ReadFamilies {
  return parse(
    linesOf(written).filter((line) => line !== ''),
    text,
  );
}

/** The same for OpenMetrics 1.0. A counter gets its `_total` back; `le` may be any number; exemplars are checked and left. */
export function parseOpenMetrics(written: string): ReadFamilies {
  const lines = linesOf(written);
  if (lines.pop() !== '# EOF') throw new Error('# EOF is not the last line');
  return parse(lines, openMetrics);
}

function linesOf(written: string): string[] {
  const lines = written.split('\n');
  if (lines.pop() !== '') throw new Error('the last line does not end');
  return lines;
}

function parse(lines: readonly string[], format: TextFormat): ReadFamilies {
  const families: FamilyLines[] = [];
  for (const line of lines) {
    try {
      take(line, families, format);
    } catch (error) {
      throw new Error(`${(error as Error).message}: ${line}`, { cause: error });
    }
  }
  const names = families.map(({ name }) => name);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) throw new Error(`${again} is not in one piece`);
  return families.map((family) => readFamily(family, format));
}

function take(line: string, families: FamilyLines[], format: TextFormat): void {
  if (!line.startsWith('#')) {
    const family = families.at(-1);
    if (family === undefined) throw new Error('no family');
    family.addSample(line, format);
    return;
  }
  const [, word = '', name = '', rest = ''] = /^# ([A-Z]+) (\S+) (.*)$/s.exec(line) ?? [];
  if (!format.words.includes(word)) throw new Error('no line of this format');
  if (families.at(-1)?.name !== name) families.push(new FamilyLines(name));
  families.at(-1)?.describe(word, rest);
}
