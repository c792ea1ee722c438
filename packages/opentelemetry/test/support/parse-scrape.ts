import { keyOf, type Shown, type ShownFamily } from './families.ts';

type Family = { -readonly [Key in keyof ShownFamily]: ShownFamily[Key] } & {
  samples: Record<string, number>;
};

const withoutSamples = new Set(['', '# no registered metrics']);

/** Reads what a PrometheusExporter answers. */
export function parseScrape(text: string): Shown {
  const families: Record<string, Family> = {};
  let family: Family = { kind: '', help: '', unit: '', samples: {} };
  for (const line of text.split('\n')) {
    const [, word, name = '', rest = ''] = /^# (HELP|UNIT|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (word === 'HELP') family = addFamily(families, name, rest);
    else if (word === 'UNIT') family.unit = rest;
    else if (word === 'TYPE') family.kind = rest;
    else if (!withoutSamples.has(line)) addSample(family, line);
  }
  return families;
}

function addFamily(families: Record<string, Family>, name: string, help: string): Family {
  if (name in families) throw new Error(`second HELP for ${name}`);
  const family = { kind: '', help: unescaped(help), unit: '', samples: {} };
  families[name] = family;
  return family;
}

function addSample({ samples }: Family, line: string): void {
  const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (value === undefined) throw new Error(`no sample: ${line}`);
  const pairs = labels.matchAll(/(\w+)="((?:\\.|[^"\\])*)"(?:,|$)/g);
  const named = Object.fromEntries([...pairs].map(([, key, raw]) => [key, unescaped(raw ?? '')]));
  const key = keyOf(name, named);
  if (key in samples) throw new Error(`second sample ${key}`);
  samples[key] = Number(value.replace('Inf', 'Infinity'));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
