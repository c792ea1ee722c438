/** A metric as it is read back from text 0.0.4. */
export interface ParsedFamily {
  readonly name: string;
  readonly kind: string;
  readonly help: string;
  readonly samples: readonly ParsedSample[];
}

interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads text 0.0.4 back, by its specification and without anything of the renderer. */
export function parseText(text: string): readonly ParsedFamily[] {
  const families: (ParsedFamily & { samples: ParsedSample[] })[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/s.exec(line) ?? [];
    const last = families.at(-1);
    if (word === 'HELP') families.push({ name, kind: '', help: unescaped(rest), samples: [] });
    else if (word === 'TYPE' && last) families[families.length - 1] = { ...last, kind: rest };
    else last?.samples.push(parseSample(line));
  }
  return families;
}

function parseSample(line: string): ParsedSample {
  const [, name, labels, value] =
    /^([a-zA-Z_:][\w:]*)(?:\{((?:[^"\\}]|"(?:\\.|[^"\\])*")*)\})? (\S+)$/su.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no sample: ${line}`);
  const pairs = (labels ?? '').matchAll(/(\w+)="((?:\\.|[^"\\])*)"(?:,|$)/gsu);
  return {
    name,
    labels: Object.fromEntries([...pairs].map(([, key, text]) => [key, unescaped(text ?? '')])),
    value: Number(value.replace('Inf', 'Infinity')),
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}
