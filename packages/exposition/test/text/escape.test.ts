import { describe, expect, it } from '@jest/globals';
import { escapeHelp, escapeText } from '../../src/text/escape.ts';

const cases = [
  {
    what: 'plain text',
    text: 'claude-opus-4-6',
    help: 'claude-opus-4-6',
    label: 'claude-opus-4-6',
  },
  { what: 'a backslash', text: 'C:\\n', help: 'C:\\\\n', label: 'C:\\\\n' },
  { what: 'a newline', text: 'a\nb', help: 'a\\nb', label: 'a\\nb' },
  { what: 'a quote', text: 'say "hi"', help: 'say "hi"', label: 'say \\"hi\\"' },
  { what: 'all of them', text: '\\\n"', help: '\\\\\\n"', label: '\\\\\\n\\"' },
  { what: 'a carriage return', text: 'a\rb', help: 'a\rb', label: 'a\rb' },
  { what: 'a brace and a comma', text: 'a},b="c', help: 'a},b="c', label: 'a},b=\\"c' },
  { what: 'an emoji', text: '🌞', help: '🌞', label: '🌞' },
  { what: 'a NUL, which Prometheus takes', text: 'a\0b', help: 'a\0b', label: 'a\0b' },
  { what: 'nothing', text: '', help: '', label: '' },
];

describe.each(cases)('$what', ({ text, help, label }) => {
  it('is escaped in a help text', () => expect(escapeHelp(text)).toBe(help));
  it('is escaped in a label value, and in a help text of OpenMetrics', () =>
    expect(escapeText(text)).toBe(label));
});
