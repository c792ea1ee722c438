import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';

const manyRules = (count: number) =>
  Array.from({ length: count }, (_, at) => `    - { folder: f${at}, value: v${at} }\n`).join('');

describe('labels in turnscope.yaml', () => {
  it.each([
    ['none', 'labels: {}\n'],
    ['the most values', `labels:\n  project:\n${manyRules(20)}`],
    ['many rules of few values', `labels:\n  project:\n${manyRules(20)}${manyRules(20)}`],
  ])('may be %s', (_name, text) => {
    expect(() => parseConfig(text, 'f.yaml')).not.toThrow();
  });

  it.each([
    {
      name: 'a name that is a label of Turnscope',
      text: 'labels:\n  project: [{ folder: x, value: a }]\n  model: [{ folder: x, value: a }]\n',
      message: 'f.yaml:3: labels.model: is a label of Turnscope; choose another name',
    },
    {
      name: 'a name that Prometheus does not take',
      text: 'labels:\n  cost-centre: [{ folder: x, value: a }]\n',
      message:
        'f.yaml:2: labels["cost-centre"]: must be letters, digits and underscores, and not begin with a digit',
    },
    {
      name: 'a name that Prometheus keeps',
      text: 'labels:\n  __proto__: [{ folder: x, value: a }]\n',
      message:
        'f.yaml:2: labels.__proto__: must not begin with __, which Prometheus keeps for itself',
    },
    {
      name: 'a third label',
      text: 'labels:\n  a: [{ folder: x, value: a }]\n  b: [{ folder: x, value: a }]\n  c: [{ folder: x, value: a }]\n',
      message: 'f.yaml:4: labels.c: is one too many; there may be 2 labels',
    },
    {
      name: 'a rule that states nothing',
      text: 'labels:\n  project:\n    - { folder: x, value: a }\n    - { value: b }\n',
      message: 'f.yaml:4: labels.project[1]: must state at least one of folder, entrypoint, model',
    },
    {
      name: 'a rule without a value',
      text: 'labels:\n  project:\n    - folder: x\n',
      message: 'f.yaml:3: labels.project[0].value: is missing',
    },
    {
      name: 'an empty value',
      text: "labels:\n  project:\n    - folder: x\n      value: ''\n",
      message: 'f.yaml:4: labels.project[0].value: must not be empty',
    },
    {
      name: 'the value that is everything else',
      text: 'labels:\n  project:\n    - folder: x\n      value: other\n',
      message: 'f.yaml:4: labels.project[0].value: must not be "other", which is everything else',
    },
    {
      name: 'a long value',
      text: `labels:\n  project:\n    - folder: x\n      value: ${'x'.repeat(257)}\n`,
      message: 'f.yaml:4: labels.project[0].value: must have at most 256 characters',
    },
    {
      name: 'a number for a value',
      text: 'labels:\n  project: [{ folder: x, value: 5 }]\n',
      message: 'f.yaml:2: labels.project[0].value: expected string, received number',
    },
    {
      name: 'an empty pattern',
      text: "labels:\n  project: [{ folder: '', value: a }]\n",
      message: 'f.yaml:2: labels.project[0].folder: must not be empty',
    },
    {
      name: 'a key that rules do not have',
      text: 'labels:\n  project:\n    - { foldr: x, model: y, value: a }\n',
      message: 'f.yaml:3: labels.project[0]: unknown key "foldr"; did you mean "folder"?',
    },
    {
      name: 'no rule',
      text: 'labels:\n  project: []\n',
      message: 'f.yaml:2: labels.project: must have at least one rule',
    },
    {
      name: 'too many values',
      text: `labels:\n  project:\n${manyRules(21)}`,
      message: 'f.yaml:2: labels.project: must have at most 20 different values, got 21',
    },
    {
      name: 'a list of labels',
      text: 'labels:\n  - project\n',
      message: 'f.yaml:1: labels: expected record, received array',
    },
    {
      name: 'several things at once',
      text: 'labels:\n  project:\n    - { value: a }\n    - { folder: x, value: other }\n',
      message: [
        'f.yaml:3: labels.project[0]: must state at least one of folder, entrypoint, model',
        'f.yaml:4: labels.project[1].value: must not be "other", which is everything else',
      ].join('\n'),
    },
  ])('must not be $name', ({ text, message }) => {
    expect(() => parseConfig(text, 'f.yaml')).toThrow(
      expect.objectContaining({ exitCode: 2, message }),
    );
  });
});
