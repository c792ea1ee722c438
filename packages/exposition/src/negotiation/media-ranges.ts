/** One entry of an Accept header. Names are in lower case, values are not. */
export interface MediaRange {
  /** `text/plain`; each half may be a star. */
  readonly type: string;
  /** Without `q`. */
  readonly parameters: ReadonlyMap<string, string>;
  /** 0 to 1. */
  readonly quality: number;
}

const quality = /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/;

/** Reads an Accept header. An entry that makes no sense, also in its `q`, is left out. */
export function mediaRanges(accept: string): readonly MediaRange[] {
  return split(accept, ',').flatMap((entry) => mediaRange(entry) ?? []);
}

function mediaRange(entry: string): MediaRange | undefined {
  const [type = '', ...rest] = split(entry, ';');
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return undefined;
  const parameters = new Map(rest.map(parameter));
  const q = parameters.get('q') ?? '1';
  parameters.delete('q');
  if (!quality.test(q)) return undefined;
  return { type: type.toLowerCase(), parameters, quality: Number(q) };
}

function parameter(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 0) return [text.toLowerCase(), ''];
  const value = text.slice(at + 1).trim();
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [text.slice(0, at).trim().toLowerCase(), quoted ? value.slice(1, -1) : value];
}

/** Cuts at a character that does not stand between quotes. */
function split(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted || text[at] !== separator) continue;
    parts.push(text.slice(start, at).trim());
    start = at + 1;
  }
  parts.push(text.slice(start).trim());
  return parts;
}
