import { describe, expect, it } from '@jest/globals';
import { bodyOf, emptyBody, framedBody, missingSections } from '../../src/runbooks/body.ts';

const whole =
  '## Impact\n\nBad.\n\n## Diagnosis\n\nLook.\n\n### Closer\n\nHere.\n\n## Mitigation\n\n- Mend it.';
const [begins = '', ends = ''] = framedBody('').match(/^<!--.*-->$/gm) ?? [];

describe('bodyOf', () => {
  it.each([
    ['as it is', whole],
    ['where it is empty', ''],
    ['where it quotes a comment', 'a\n<!-- mine -->\nb'],
  ])('gives back what was framed, %s', (_, body) => {
    expect(bodyOf(`# Name\n\nframe\n\n${framedBody(body)}`)).toBe(body);
  });

  it('reads a page that an editor of Windows has saved', () => {
    expect(bodyOf(`# Name\n\n${framedBody(whole)}`.replaceAll('\n', '\r\n'))).toBe(whole);
  });

  it.each([
    ['no line', whole],
    ['no first line', `${whole}\n${ends}\n`],
    ['no last line', `${begins}\n${whole}\n`],
    ['two first lines', `${begins}\n${begins}\n${whole}\n${ends}\n`],
    ['two last lines', `${begins}\n${whole}\n${ends}\n${ends}\n`],
    ['them the wrong way round', `${ends}\n${whole}\n${begins}\n`],
    ['something behind the last', `${begins}\n${whole}\n${ends}\n\nPS: call Ada.\n`],
  ])('refuses a page with %s, of which something would be lost', (_, page) => {
    expect(() => bodyOf(page)).toThrow(RangeError);
  });
});

describe('missingSections', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing, of a whole body', whole, []],
    ['all, of an empty one', emptyBody, ['Impact', 'Diagnosis', 'Mitigation']],
    ['all, of none', '', ['Impact', 'Diagnosis', 'Mitigation']],
    ['one without words', whole.replace('\n\n- Mend it.', ''), ['Mitigation']],
    ['one with another name', whole.replace('## Impact', '## What happens'), ['Impact']],
    ['one at another level', whole.replace('## Diagnosis', '### Diagnosis'), ['Diagnosis']],
  ])('are %s', (_, body, missing) => {
    expect(missingSections(body)).toEqual(missing);
  });
});
