import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTextRenderer } from '../../src/index.ts';
import { expected, families } from '../support/arbitrary-families.ts';
import { family } from '../support/families.ts';
import { parseText } from '../support/parse-text.ts';

it('reads back as what went in', () => {
  fc.assert(
    fc.property(families, (given) => {
      const rendered = createTextRenderer().render({ families: given.map(family), now: 0 });
      expect(parseText([...rendered].join(''))).toEqual(given.map(expected));
    }),
  );
});
