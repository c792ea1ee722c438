import { describe, expect, it } from '@jest/globals';
import { checkLabels, isAttribution } from '../../src/events/check-labels.ts';

const names = ['project', 'team'];

describe('checkLabels', () => {
  it.each([
    ['nothing', undefined],
    ['no label', {}],
    ['one label', { project: 'shop' }],
    ['both labels', { team: 'web', project: 'shop' }],
    ['a label that is undefined', { project: undefined }],
    ['an object without a prototype', Object.assign(Object.create(null), { project: 'shop' })],
  ])('takes %s', (_name, labels) => {
    expect(checkLabels('turn.labels', labels, names)).toBeUndefined();
  });

  it.each<[name: string, labels: unknown, reason: string, message: string]>([
    ['null', null, 'not_an_object', 'turn.labels must be an object, got null'],
    ['a string', 'shop', 'not_an_object', 'turn.labels must be an object, got "shop"'],
    [
      'an unknown name',
      { project: 'shop', projekt: 'shop' },
      'unknown_value',
      'turn.labels must name no other label than project, team, got "projekt"',
    ],
    [
      'a list of values',
      ['shop'],
      'unknown_value',
      'turn.labels must name no other label than project, team, got "0"',
    ],
    ['a number', { team: 5 }, 'wrong_type', 'turn.labels.team must be a string, got 5 (number)'],
    ['null as value', { team: null }, 'wrong_type', 'turn.labels.team must be a string, got null'],
    ['an empty value', { team: '' }, 'empty', 'turn.labels.team must not be empty, got ""'],
    [
      'a long value',
      { team: 'x'.repeat(257) },
      'too_long',
      `turn.labels.team must have at most 256 characters, got "${'x'.repeat(60)}… (257 characters)"`,
    ],
  ])('refuses %s', (_name, labels, reason, message) => {
    expect(checkLabels('turn.labels', labels, names)).toEqual({ reason, message });
  });

  it('refuses every name where there are no labels', () => {
    expect(checkLabels('turn.labels', {}, [])).toBeUndefined();
    expect(checkLabels('turn.labels', { project: 'shop' }, [])).toEqual({
      reason: 'unknown_value',
      message: 'turn.labels must name no label, for the monitor has none, got "project"',
    });
  });
});

describe('isAttribution', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ anything: 'goes' }, true],
    [null, false],
    ['shop', false],
    [{ project: 5 }, false],
    [{ project: '' }, false],
  ])('says of %j: %s', (value, right) => {
    expect(isAttribution(value)).toBe(right);
  });
});
