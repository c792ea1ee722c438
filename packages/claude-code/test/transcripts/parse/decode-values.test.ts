import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeValues } from '../../../src/transcripts/parse/decode-values.ts';

function decode(text: string) {
  const { values, broken } = decodeValues(Buffer.from(text));
  return {
    values: values.map(({ value }) => value),
    glued: values.map(({ glued }) => glued),
    broken,
  };
}

describe('decoding a line', () => {
  it.each<[text: string, values: readonly unknown[], broken: boolean]>([
    ['', [], false],
    ['  \r', [], false],
    ['{"a":1}', [{ a: 1 }], false],
    ['null', [null], false],
    ['{"a":"}{"}{"b":"\\"{"}', [{ a: '}{' }, { b: '"{' }], false],
    ['{"a":"\\\\"}{"b":{"c":[{}]}}', [{ a: '\\' }, { b: { c: [{}] } }], false],
    ['{"a":1} \t{"b":2}', [{ a: 1 }, { b: 2 }], false],
    ['{"a":1}{"b":', [{ a: 1 }], true],
    ['{"a":1}x', [{ a: 1 }], true],
    ['{"a":1}"x"', [{ a: 1 }], true],
    ['{"a":"unended', [], true],
    ['{a:1}{"b":2}', [], true],
  ])('finds the values of %j', (text, values, broken) => {
    expect(decode(text)).toMatchObject({ values, broken });
  });

  it('tells which objects are glued behind another', () => {
    expect(decode('{}{}{}').glued).toEqual([false, true, true]);
  });

  it('takes no more glued objects than processes can have died', () => {
    const { values, broken } = decode('{}'.repeat(100_000));
    expect(values).toHaveLength(16);
    expect(broken).toBe(true);
  });

  it('finds all objects that are glued, whatever they hold', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 });
    fc.assert(
      fc.property(objects, (values) => {
        const text = values.map((value) => JSON.stringify(value)).join('');
        const expected = values.map((value) => JSON.parse(JSON.stringify(value)));
        expect(decode(text)).toMatchObject({ values: expected, broken: false });
      }),
    );
  });
});
