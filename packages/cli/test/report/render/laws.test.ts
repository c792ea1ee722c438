import { describe, expect, it } from '@jest/globals';
import type { Report } from '@turnscope/core';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { writeReport } from '../../../src/report/render/write-report.ts';
import { troubledReport } from '../../support/report-value.ts';

const esc = String.fromCharCode(27);
const nasty = [
  `${esc}[2J${esc}]0;owned\u0007`,
  '\u009b31m',
  'a\u0000b\r\nc\td\u007f',
  '\u202eright to left\u2066',
  '\u2028\u2029\u200b\ufeff',
  '日本語のエージェント',
  '👩‍👩‍👦👨‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301\u0301\u0301',
  '\ud800',
  'x'.repeat(256),
  '漢'.repeat(256),
  '|`*_[a](http://b) <img> # ~~',
  '   ',
];
const name = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 256 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const number = fc.oneof(
  fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }),
  fc.nat(),
  fc.constantFrom(0, 1, 1e15),
);

/** A report with these in the places of its names and numbers. */
function reportOf(names: readonly string[], numbers: readonly number[]): Report {
  let nextName = 0;
  let nextNumber = 0;
  const free = new Set(['processType', 'conversationId', 'summary', 'description']);
  const text = JSON.stringify(troubledReport(), (key, value) => {
    if (free.has(key) && typeof value === 'string') return names[nextName++ % names.length];
    const isTime = ['at', 'from', 'to', 'changedAt', 'activeAt', 'lastAt'].includes(key);
    if (typeof value !== 'number' || isTime) return value;
    return numbers[nextNumber++ % numbers.length];
  });
  return JSON.parse(text);
}

const anyReport = fc
  .tuple(
    fc.array(name, { minLength: 1, maxLength: 12 }),
    fc.array(number, { minLength: 1, maxLength: 30 }),
  )
  .map(([names, numbers]) => reportOf(names, numbers));

const shown = (report: Report, format: 'text' | 'markdown' | 'json', colors = false) =>
  writeReport(
    { report, hints: [report.compactions[0]?.conversationId ?? ''], timeZone: 'UTC' },
    format,
    colors,
  );

/** Everything but the line end that a terminal could take for a command, or hide. */
const risky = /[^\P{Cc}\n]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u;

describe('whatever names are in it', () => {
  it('no line of a text is wider than 80 columns', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const lines = shown(report, 'text').split('\n');
        expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
      }),
    );
  });

  it.each(['text', 'markdown', 'json'] as const)('no control character reaches %s', (format) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(risky.exec(shown(report, format))).toBeNull();
      }),
    );
  });

  it('a coloured text holds no sequences but those of its tones', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const tones = new RegExp(`${esc}\\[(1|2|22|31|32|33|39)m`, 'g');
        expect(shown(report, 'text', true).replace(tones, '')).toBe(shown(report, 'text'));
      }),
    );
  });

  it('JSON holds the report as it is', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(JSON.parse(shown(report, 'json'))).toEqual(report);
      }),
    );
  });

  it('the tables of Markdown have as many cells in every row', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = shown(report, 'markdown').split('\n');
        const tables = rows.map((row) => (row.startsWith('|') ? cellsOf(row) : 0));
        const uneven = tables.filter(
          (cells, at) => cells > 0 && (tables[at - 1] ?? 0) > 0 && cells !== tables[at - 1],
        );
        expect(uneven).toEqual([]);
      }),
    );
  });
});

function cellsOf(row: string): number {
  return row.replaceAll(/\\./g, '').split('|').length - 2;
}
