import { describe, expect, it } from '@jest/globals';
import { wantsColors } from '../../../src/report/render/paint.ts';
import { createContext } from '../../support/context.ts';

const screen = (colors: boolean) => ({ write: () => {}, columns: () => 80, colors });

describe('a report has colours', () => {
  it.each([
    ['on a screen that has some', screen(true), undefined, true],
    ['not on one that has none, or where the user wants none', screen(false), undefined, false],
    ['not in a pipe', undefined, undefined, false],
    ['in a pipe where they are forced', undefined, '1', true],
    ['not where none are forced', screen(true), '0', false],
    ['as before where nothing is forced', screen(true), '', true],
  ])('%s', (_where, given, forced, expected) => {
    const { terminal, environment } = createContext({ variables: { FORCE_COLOR: forced } });
    expect(wantsColors({ terminal: { ...terminal, screen: given }, environment })).toBe(expected);
  });
});
