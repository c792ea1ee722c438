import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { movedBy } from '../support/read-series.ts';

const compaction = { conversationId: 'c1', processType: 'mine', outcome: 'success' } as const;
const ratio = 'turnscope_compaction_ratio{process_type=mine,trigger=auto}';
const tokens = 'turnscope_compaction_tokens_total{process_type=mine,trigger=auto';
const refills = 'turnscope_compaction_refills_total{process_type=mine';
const preserved = 'turnscope_compactions_preserved_total{process_type=mine';
const total = {
  'turnscope_compactions_total{process_type=mine,trigger=auto,outcome=success}': 1,
};

describe('a compaction', () => {
  it.each<[name: string, fields: object, moved: object]>([
    ['without sizes', {}, {}],
    ['before 0', { tokensBefore: 0, tokensAfter: 10 }, { [`${tokens},stage=after}`]: 10 }],
    ['both 0', { tokensBefore: 0, tokensAfter: 0 }, {}],
    ['after without before', { tokensAfter: 10 }, {}],
    ['before without after', { tokensBefore: 10 }, {}],
    [
      'after 0',
      { tokensBefore: 10, tokensAfter: 0 },
      { [`${tokens},stage=before}`]: 10, [`${ratio} le=0.05`]: 1 },
    ],
    [
      'a third left',
      { tokensBefore: 200, tokensAfter: 60 },
      {
        [`${tokens},stage=before}`]: 200,
        [`${tokens},stage=after}`]: 60,
        [`${ratio} le=0.3`]: 1,
        [`${ratio} sum`]: 0.3,
      },
    ],
    [
      '0 responses since the previous',
      { responsesSincePrevious: 0 },
      { [`${refills},pace=rapid}`]: 1 },
    ],
    ['10 responses since', { responsesSincePrevious: 10 }, { [`${refills},pace=rapid}`]: 1 }],
    ['11 responses since', { responsesSincePrevious: 11 }, { [`${refills},pace=normal}`]: 1 }],
    ['what mattered preserved', { preserved: true }, { [`${preserved},preserved=true}`]: 1 }],
    ['what mattered lost', { preserved: false }, { [`${preserved},preserved=false}`]: 1 }],
  ])('moves the right series with %s', (_name, fields, moved) => {
    const monitor = createMonitor({ strict: true });
    expect(movedBy(monitor, () => monitor.recordCompaction({ ...compaction, ...fields }))).toEqual({
      ...total,
      ...moved,
    });
  });
});
