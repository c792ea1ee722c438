import { unescapeLabelValue } from './unescape.ts';

/** A line of the text formats that has a number. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly hasExemplar: boolean;
}

interface Labels {
  readonly labels: Readonly<Record<string, string>>;
  /** What stands behind them. */
  readonly rest: string;
}

const nameFirst = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const pairFirst = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\.)*)"(,(?=[a-zA-Z_])|(?=\}))/su;
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const infinite = /^([+-]?)Inf$/;

/** Reads a sample; Turnscope writes no timestamps, so one is a fault. Throws an Error that says what is wrong. */
export function parseSample(line: string): Sample {
  const name = nameFirst.exec(line)?.[0];
  if (name === undefined) throw new Error('no name of a metric');
  const { labels, rest } = parseLabels(line.slice(name.length));
  const [, value = '', exemplar] = /^ ([^ ]+)(?: # (.*))?$/s.exec(rest) ?? [];
  if (exemplar !== undefined) checkExemplar(exemplar);
  return { name, labels, value: parseNumber(value), hasExemplar: exemplar !== undefined };
}

/** A number as both formats write it. */
export function parseNumber(text: string): number {
  const sign = infinite.exec(text)?.[1];
  if (sign !== undefined) return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (!decimal.test(text)) throw new Error(`"${text}" is no number`);
  return Number(text);
}

/** None where no brace is open. */
function parseLabels(text: string): Labels {
  if (!text.startsWith('{')) return { labels: {}, rest: text };
  const labels: Record<string, string> = {};
  let rest = text.slice(1);
  while (!rest.startsWith('}')) {
    const [pair, name, value] = pairFirst.exec(rest) ?? [];
    if (pair === undefined || name === undefined || value === undefined) {
      throw new Error(`no label where "${rest.slice(0, 20)}" begins`);
    }
    if (Object.hasOwn(labels, name)) throw new Error(`the label ${name} twice`);
    labels[name] = unescapeLabelValue(value);
    rest = rest.slice(pair.length);
  }
  return { labels, rest: rest.slice(1) };
}

function checkExemplar(text: string): void {
  const { rest } = parseLabels(text);
  const [before, value = '', timestamp, ...others] = rest.split(' ');
  if (!text.startsWith('{') || before !== '' || others.length > 0) throw new Error('no exemplar');
  parseNumber(value);
  if (timestamp !== undefined) parseNumber(timestamp);
}
