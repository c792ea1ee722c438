import { describe, expect, it } from '@jest/globals';
import { parseOpenMetrics, parseText } from '../../src/index.ts';

const turns = '# HELP turns_total Turns.\n# TYPE turns_total counter\n';
const seconds = '# HELP s S.\n# TYPE s histogram\n';

describe('parseText', () => {
  it('reads counters, gauges and histograms', () => {
    const text = `\
# HELP turns_total Turns by "outcome".\\nA \\\\ stays.
# TYPE turns_total counter
turns_total{model="say \\"hi\\"\\n",outcome="a\\\\b"} 3
turns_total{model="x # {y=\\"z\\"} 1",outcome="🌞},"} 1e+21

# HELP age Age.
# TYPE age gauge
age -0.5
# HELP s S.
# TYPE s histogram
s_bucket{model="m",le="0.5"} 1
s_bucket{model="m",le="+Inf"} 3
s_sum{model="m"} 12.5
s_count{model="m"} 3
`;
    expect(parseText(text)).toEqual([
      {
        name: 'turns_total',
        kind: 'counter',
        help: 'Turns by "outcome".\nA \\ stays.',
        series: [
          { labels: { model: 'say "hi"\n', outcome: 'a\\b' }, value: 3 },
          { labels: { model: 'x # {y="z"} 1', outcome: '🌞},' }, value: 1e21 },
        ],
      },
      { name: 'age', kind: 'gauge', help: 'Age.', series: [{ labels: {}, value: -0.5 }] },
      {
        name: 's',
        kind: 'histogram',
        help: 'S.',
        series: [
          {
            labels: { model: 'm' },
            buckets: new Map([
              [0.5, 1],
              [Number.POSITIVE_INFINITY, 3],
            ]),
            sum: 12.5,
            count: 3,
          },
        ],
      },
    ]);
  });

  it.each([
    { what: 'a last line that does not end', text: `${turns}turns_total 1` },
    { what: 'a sample without a family', text: 'turns_total 1\n' },
    { what: 'a sample of another family', text: `${turns}turns 1\n` },
    { what: 'a family without a kind', text: '# HELP turns_total Turns.\nturns_total 1\n' },
    { what: 'a kind that is none', text: '# TYPE turns_total untyped\n' },
    { what: 'help twice', text: `# HELP turns_total Turns.\n${turns}turns_total 1\n` },
    { what: 'a kind behind samples', text: `${turns}turns_total 1\n# TYPE turns_total counter\n` },
    { what: 'a family in two pieces', text: `${turns}turns_total 1\n${seconds}${turns}` },
    { what: 'a label twice', text: `${turns}turns_total{a="1",a="2"} 1\n` },
    { what: 'a comma behind the last label', text: `${turns}turns_total{a="1",} 1\n` },
    { what: 'an escape that is none', text: `${turns}turns_total{a="\\t"} 1\n` },
    { what: 'a quote that is not escaped', text: `${turns}turns_total{a="b"c"} 1\n` },
    { what: 'a timestamp', text: `${turns}turns_total 1 1700000000000\n` },
    { what: 'an exemplar', text: `${turns}turns_total 1 # {a="b"} 1\n` },
    { what: 'a value that is no number', text: `${turns}turns_total 0x10\n` },
    { what: 'no value', text: `${turns}turns_total \n` },
    { what: 'the end of OpenMetrics', text: `${turns}turns_total 1\n# EOF\n` },
    { what: 'buckets that fall', text: histogram('1 le 5', '2 le 4', '+Inf le 5', 'count 5') },
    { what: 'bounds that fall', text: histogram('2 le 1', '1 le 1', '+Inf le 1', 'count 1') },
    { what: 'no last bucket', text: histogram('1 le 1', 'count 1') },
    { what: 'a count beside the last bucket', text: histogram('1 le 1', '+Inf le 1', 'count 2') },
    { what: 'no count', text: histogram('1 le 1', '+Inf le 1') },
  ])('refuses $what', ({ text }) => {
    expect(() => parseText(text)).toThrow();
  });

  it('shows the line that it refuses', () => {
    expect(() => parseText(`${turns}turns_total x\n`)).toThrow('"x" is no number: turns_total x');
  });
});

describe('parseOpenMetrics', () => {
  it('gives counters their total and leaves units, times of creation and exemplars', () => {
    const text = `\
# HELP turns Say \\"hi\\".
# TYPE turns counter
turns_total{a="b"} 3 # {id="x # y"} 1 1700000000.5
turns_created{a="b"} 1700000000
# TYPE s histogram
# UNIT s seconds
s_bucket{le="1.0"} 1 # {} 0.5
s_bucket{le="+Inf"} 1
s_sum 0.5
s_count 1
# EOF
`;
    expect(parseOpenMetrics(text)).toEqual([
      {
        name: 'turns_total',
        kind: 'counter',
        help: 'Say "hi".',
        series: [{ labels: { a: 'b' }, value: 3 }],
      },
      {
        name: 's',
        kind: 'histogram',
        help: '',
        series: [
          {
            labels: {},
            buckets: new Map([
              [1, 1],
              [Number.POSITIVE_INFINITY, 1],
            ]),
            sum: 0.5,
            count: 1,
          },
        ],
      },
    ]);
  });

  it.each([
    { what: 'no end', text: '# TYPE age gauge\nage 1\n' },
    { what: 'an empty line', text: '# TYPE age gauge\nage 1\n\n# EOF\n' },
    { what: 'something behind the end', text: '# EOF\n# TYPE age gauge\n' },
    { what: 'a counter without total', text: '# TYPE turns counter\nturns 1\n# EOF\n' },
    { what: 'an exemplar of a gauge', text: '# TYPE age gauge\nage 1 # {a="b"} 1\n# EOF\n' },
    {
      what: 'an exemplar without labels in braces',
      text: '# TYPE turns counter\nturns_total 1 # x\n# EOF\n',
    },
  ])('refuses $what', ({ text }) => {
    expect(() => parseOpenMetrics(text)).toThrow();
  });
});

/** A histogram without labels: a bound with its bucket, or the count. */
function histogram(...parts: readonly string[]): string {
  const lines = parts.map((part) => {
    const [first = '', , bucket] = part.split(' ');
    return first === 'count' ? `s_${part}` : `s_bucket{le="${first}"} ${bucket}`;
  });
  return `${seconds}${['s_sum 1', ...lines].join('\n')}\n`;
}
