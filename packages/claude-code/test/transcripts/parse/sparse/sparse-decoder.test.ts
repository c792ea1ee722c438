import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SparseDecoder } from '../../../../src/transcripts/parse/sparse/sparse-decoder.ts';
import type { Wanted } from '../../../../src/transcripts/parse/sparse/wanted.ts';

const id: Wanted = {};
const wanted: Wanted = {
  fields: {
    a: id,
    b: { fields: { a: id, c: {} } },
    list: { items: { fields: { a: id } } },
    head: { head: 5 },
  },
};

const decode = (text: string | Buffer) => new SparseDecoder(wanted).decode(Buffer.from(text));

/** What a sparse decoder answers, said by means of `JSON.parse`. */
function prune(value: unknown, { fields, items, head }: Wanted): unknown {
  if (typeof value === 'string') return value.slice(0, head);
  if (Array.isArray(value)) return items === undefined ? [] : value.map((v) => prune(v, items));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => Object.hasOwn(fields ?? {}, name));
  return Object.fromEntries(kept.map(([name, own]) => [name, prune(own, fields?.[name] ?? {})]));
}

const names = fc.constantFrom('a', 'b', 'c', 'list', 'head', '__proto__', 'größe', 'é');
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '"', '\\', '\\\\"', '","a":"', '\n\t\u0001', 'plain text', 'größer als fünf'),
  fc.string({ minLength: 40, maxLength: 200 }),
  fc.stringMatching(/^[\\"]{0,60}$/),
);
const { values } = fc.letrec<{ values: unknown; objects: unknown }>((tie) => ({
  values: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
    fc.constantFrom(true, false, null, 1e300, 2 ** 70),
    fc.array(tie('values'), { maxLength: 4 }),
    tie('objects'),
  ),
  objects: fc.dictionary(names, tie('values'), { maxKeys: 6 }),
}));
const objects = fc.dictionary(names, values, { maxKeys: 8 });
const json = objects.map((value) => JSON.stringify(value));

describe('the wanted parts of an object', () => {
  it.each<[text: string, value: object]>([
    ['{}', {}],
    ['{"a":1}', { a: 1 }],
    ['{"a":-0.5e+3}', { a: -500 }],
    ['{"a":1234567890123456789}', { a: Number('1234567890123456789') }],
    ['{"x":{"a":1},"a":[1,2]}', { a: [] }],
    ['{"b":{"a":"x","x":[[{}]],"c":{"a":1}}}', { b: { a: 'x', c: {} } }],
    ['{"list":[{"a":true},null,"text",[1],{}]}', { list: [{ a: true }, null, 'text', [], {}] }],
    ['{"list":[]}', { list: [] }],
    ['{"a":1,"a":2}', { a: 2 }],
    ['{"a":"\\u00fc\\ud83d\\ude00"}', { a: 'ü😀' }],
    ['{"a":"größer"}', { a: 'größer' }],
    ['{"x":"\\\\","a":"\\\\"}', { a: '\\' }],
    [`{"x":"${'\\"},'.repeat(50)}","a":7}`, { a: 7 }],
  ])('are found in %s', (text, value) => {
    expect(decode(text)).toEqual(value);
  });

  it.each([
    ['nothing', ''],
    ['a list', '[1]'],
    ['a text', '"a"'],
    ['white space before', ' {"a":1}'],
    ['white space behind', '{"a":1}\r'],
    ['white space inside', '{"a": 1}'],
    ['two objects', '{"a":1}{"a":2}'],
    ['a comma at the end', '{"a":1,}'],
    ['a comma at the end of a list', '{"list":[1,]}'],
    ['a missing comma', '{"a":1"b":2}'],
    ['a missing colon', '{"a"1}'],
    ['a missing end', '{"a":{"b":1}'],
    ['a missing end of a list', '{"list":[{"a":1}'],
    ['a missing end of a text', '{"a":"x'],
    ['a missing end of a far text', `{"x":"${'x'.repeat(200)}`],
    ['an escaped end of a text', '{"x":"\\"}'],
    ['a bracket that closes a brace', '{"list":[1}}'],
    ['no value', '{"a":}'],
    ['a word that is none', '{"a":nil}'],
    ['a number with a zero before', '{"a":01}'],
    ['a number without digits', '{"a":-}'],
    ['a number without decimals', '{"x":1.}'],
    ['a number without exponent', '{"x":1e+}'],
    ['an unknown escape', '{"a":"\\q"}'],
    ['a control character', '{"a":"\t"}'],
    ['an escaped name', '{"\\u0061":1}'],
    ['a name that does not end', '{"a'],
    ['a depth beyond all use', `{"x":${'['.repeat(1e6)}${']'.repeat(1e6)}}`],
  ])('are left to others in %s', (_name, text) => {
    expect(decode(text)).toBeUndefined();
  });

  it('are those of JSON.parse for every JSON there is', () => {
    fc.assert(
      fc.property(json, (text) => {
        const expected = prune(JSON.parse(text), wanted);
        const found = decode(text);
        // an escaped name is left to others
        if (found !== undefined) expect(prune(found, wanted)).toEqual(expected);
        else expect(text).toMatch(/\\[^"]*":/);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same whatever was decoded before', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 5 }), (lines) => {
        const decoder = new SparseDecoder(wanted);
        for (const line of lines) expect(decoder.decode(Buffer.from(line))).toEqual(decode(line));
      }),
    );
  });

  it('are found beside texts of any length, wherever in them a quote is escaped', () => {
    const decoder = new SparseDecoder(wanted);
    for (let length = 0; length < 300; length += 1) {
      const filler = 'x'.repeat(length);
      for (const text of [filler, `${filler}"`, `"${filler}\\`, `é${filler}"x`]) {
        const line = JSON.stringify({ x: text, a: text, head: text });
        const found = decoder.decode(Buffer.from(line));
        expect(found && prune(found, wanted)).toEqual({ a: text, head: text.slice(0, 5) });
      }
    }
  });

  it.each(['a', 'x', 'head'])('are looked for in the line only, not behind it (%s)', (name) => {
    const chunk = Buffer.from(`{"${name}":"${'x'.repeat(200)}"}`);
    for (let end = 0; end < chunk.length; end += 1) {
      expect(new SparseDecoder(wanted).decode(chunk.subarray(0, end))).toBeUndefined();
    }
  });

  it('are left to others where a line breaks off, alone or with the next one behind', () => {
    const cut = fc.tuple(json, json, fc.nat()).map(([text, next, position]) => {
      const bytes = Buffer.from(text);
      return { start: bytes.subarray(0, position % bytes.length), next: Buffer.from(next) };
    });
    fc.assert(
      fc.property(cut, ({ start, next }) => {
        expect(decode(start)).toBeUndefined();
        if (start.length > 0) expect(decode(Buffer.concat([start, next]))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('are found in any bytes as JSON.parse finds them, or left to others', () => {
    const spoilt = fc.tuple(json, fc.nat(), fc.nat({ max: 255 })).map(([text, position, byte]) => {
      const bytes = Buffer.from(text);
      bytes[position % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(spoilt, (bytes) => {
        const found = decode(bytes);
        const valid = parse(bytes.toString());
        if (found === undefined || valid === undefined) return;
        expect(prune(found, wanted)).toEqual(prune(valid.value, wanted));
      }),
      { numRuns: 2000 },
    );
  });
});

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
