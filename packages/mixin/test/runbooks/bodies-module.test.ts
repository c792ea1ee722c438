import { describe, expect, it } from '@jest/globals';
import { bodiesModule } from '../../src/runbooks/bodies-module.ts';

/** What a program that imports the module would read. */
function bodiesIn(module: string): unknown {
  const literal = module.slice(module.indexOf('= {') + 2).replace(/;\s*$/, '');
  return Function(`return ${literal}`)();
}

describe('bodiesModule', () => {
  it.each([
    ['quotes of both kinds', `it's "good"`],
    ['more single than double ones', `it's 'good', isn't it`],
    ['lines, tabs and backslashes', 'a\n\tb \\n c'],
    ['what templates would read', '`$' + '{x}`'],
  ])('holds a body with %s', (_, body) => {
    expect(bodiesIn(bodiesModule({ TurnscopeDown: body }))).toEqual({ TurnscopeDown: body });
  });

  it('is in the order of names, whatever the order of files', () => {
    expect(bodiesModule({ B: 'b', A: 'a' })).toBe(bodiesModule({ A: 'a', B: 'b' }));
  });
});
