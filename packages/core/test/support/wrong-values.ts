/** A value that a field must refuse: its name, itself, the reason, and the message behind the path. */
export type WrongValue = readonly [name: string, value: unknown, reason: string, message: string];

const tenMegabytes = 'x'.repeat(10 * 1024 * 1024);
const shownOfIt = `"${'x'.repeat(60)}… (10485760 characters)"`;

/** What is wrong for every kind of field that wants `what`. */
function wrongTypes(what: string): readonly WrongValue[] {
  return [
    ['null', null, 'wrong_type', `must be ${what}, got null`],
    ['a BigInt', 5n, 'wrong_type', `must be ${what}, got 5 (bigint)`],
    ['a symbol', Symbol('s'), 'wrong_type', `must be ${what}, got a value of type symbol`],
    ['an array', [1], 'wrong_type', `must be ${what}, got an array`],
    [
      'an object',
      { valueOf: () => 1 },
      'wrong_type',
      `must be ${what}, got a value of type object`,
    ],
    ['a function', () => 1, 'wrong_type', `must be ${what}, got a value of type function`],
  ];
}

const missing: WrongValue = ['nothing', undefined, 'missing', 'is required, got nothing'];

/** Wrong numbers. */
export const wrongAmounts: readonly WrongValue[] = [
  ['a negative number', -3, 'negative', 'must be at least 0, got -3 (number)'],
  [
    'the smallest negative number',
    -Number.MIN_VALUE,
    'negative',
    'must be at least 0, got -5e-324 (number)',
  ],
  ['NaN', Number.NaN, 'not_finite', 'must be a finite number, got NaN (number)'],
  ['Infinity', Infinity, 'not_finite', 'must be a finite number, got Infinity (number)'],
  ['-Infinity', -Infinity, 'not_finite', 'must be a finite number, got -Infinity (number)'],
  ['2^53', 2 ** 53, 'too_large', 'must be at most 9007199254740991, got 9007199254740992 (number)'],
  ['a string for a number', '5', 'wrong_type', 'must be a number, got "5"'],
  ['a boolean', true, 'wrong_type', 'must be a number, got true (boolean)'],
  ...wrongTypes('a number'),
];

/** Wrong names that may be left out. */
export const wrongLabels: readonly WrongValue[] = [
  ['an empty string', '', 'empty', 'must not be empty, got ""'],
  [
    '257 characters',
    'x'.repeat(257),
    'too_long',
    `must have at most 256 characters, got "${'x'.repeat(60)}… (257 characters)"`,
  ],
  ['ten megabytes', tenMegabytes, 'too_long', `must have at most 256 characters, got ${shownOfIt}`],
  ['a number', 5, 'wrong_type', 'must be a string, got 5 (number)'],
  ...wrongTypes('a string'),
];

/** Wrong names that may not be left out. */
export const wrongRequiredLabels: readonly WrongValue[] = [missing, ...wrongLabels];

/** Wrong ids of conversations. */
export const wrongIds: readonly WrongValue[] = [
  missing,
  ['an empty string', '', 'empty', 'must not be empty, got ""'],
  [
    '513 characters',
    'x'.repeat(513),
    'too_long',
    `must have at most 512 characters, got "${'x'.repeat(60)}… (513 characters)"`,
  ],
  ['ten megabytes', tenMegabytes, 'too_long', `must have at most 512 characters, got ${shownOfIt}`],
  ['a number', 5, 'wrong_type', 'must be a string, got 5 (number)'],
  ...wrongTypes('a string'),
];

/** Wrong words of a closed set that may be left out. */
export function wrongWords(words: string): readonly WrongValue[] {
  return [
    ['an unknown word', 'nonsense', 'unknown_value', `must be one of ${words}, got "nonsense"`],
    ['an empty string', '', 'unknown_value', `must be one of ${words}, got ""`],
    ['a name of Object', '__proto__', 'unknown_value', `must be one of ${words}, got "__proto__"`],
    ['ten megabytes', tenMegabytes, 'unknown_value', `must be one of ${words}, got ${shownOfIt}`],
    ['a number', 0, 'wrong_type', 'must be a string, got 0 (number)'],
    ...wrongTypes('a string'),
  ];
}

/** Wrong words of a closed set that may not be left out. */
export function wrongRequiredWords(words: string): readonly WrongValue[] {
  return [missing, ...wrongWords(words)];
}

/** Wrong flags. */
export const wrongFlags: readonly WrongValue[] = [
  ['a word', 'true', 'wrong_type', 'must be true or false, got "true"'],
  ['a number', 1, 'wrong_type', 'must be true or false, got 1 (number)'],
  ...wrongTypes('true or false'),
];

/** What is no event at all. */
export const notObjects: readonly WrongValue[] = [
  ['nothing', undefined, 'not_an_object', 'must be an object, got nothing'],
  ['null', null, 'not_an_object', 'must be an object, got null'],
  ['a string', 'turn', 'not_an_object', 'must be an object, got "turn"'],
  ['a number', 5, 'not_an_object', 'must be an object, got 5 (number)'],
  ['a BigInt', 5n, 'not_an_object', 'must be an object, got 5 (bigint)'],
  ['a symbol', Symbol('s'), 'not_an_object', 'must be an object, got a value of type symbol'],
  ['a function', () => 1, 'not_an_object', 'must be an object, got a value of type function'],
];
