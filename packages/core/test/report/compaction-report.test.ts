import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resolveThresholds } from '../../src/catalogue/resolve-thresholds.ts';
import type { LoggedCompaction } from '../../src/recorder/compaction-log.ts';
import { compactionReport } from '../../src/report/compaction-report.ts';
import { noon } from '../support/fake-clock.ts';

/** A compaction is critical beyond 2 s. */
const chat = resolveThresholds('chat').for('tactical');

const bare: LoggedCompaction = {
  at: noon,
  conversationId: 'c1',
  processType: 'tactical',
  outcome: 'success',
};
const whole = { ...bare, tokensBefore: 1000, tokensAfter: 250, durationSeconds: 0.5 };

describe('the report of one compaction', () => {
  it('says what is known of it', () => {
    expect(compactionReport({ ...whole, trigger: 'manual', preserved: true }, chat)).toEqual({
      at: noon,
      conversationId: 'c1',
      processType: 'tactical',
      trigger: 'manual',
      tokensBefore: 1000,
      tokensAfter: 250,
      ratio: 0.25,
      durationSeconds: 0.5,
      preserved: true,
      // 1 - 0.25, 1 - 0.5 / 2, kept.
      effectiveness: (0.75 + 0.75 + 1) / 3,
    });
  });

  it('is null where nobody told', () => {
    expect(compactionReport(bare, chat)).toEqual({
      ...{ at: noon, conversationId: 'c1', processType: 'tactical', trigger: 'auto' },
      ...{ tokensBefore: null, tokensAfter: null, ratio: null },
      ...{ durationSeconds: null, preserved: null, effectiveness: null },
    });
  });

  it.each([
    ['nobody checked what survived', {}, (0.75 + 0.75) / 2],
    ['nothing survived', { preserved: false }, (0.75 + 0.75 + 0) / 3],
    ['it took no time', { durationSeconds: 0 }, (0.75 + 1) / 2],
    ['it took as long as the limit', { durationSeconds: 2 }, (0.75 + 0) / 2],
    ['it took longer than the limit', { durationSeconds: 20 }, (0.75 + 0) / 2],
    ['nothing is left', { tokensAfter: 0 }, (1 + 0.75) / 2],
    ['it saved nothing', { tokensAfter: 1000 }, (0 + 0.75) / 2],
    ['the context grew', { tokensAfter: 3000 }, (0 + 0.75) / 2],
    ['the time is unknown', { durationSeconds: undefined }, null],
    ['the size before is unknown', { tokensBefore: undefined }, null],
    ['the size after is unknown', { tokensAfter: undefined }, null],
    ['there was no context', { tokensBefore: 0 }, null],
  ])('is worth so much when %s', (_name, change, effectiveness) => {
    expect(compactionReport({ ...whole, ...change }, chat).effectiveness).toBe(effectiveness);
  });

  it('has a ratio above 1 when the context grew', () => {
    expect(compactionReport({ ...whole, tokensAfter: 3000 }, chat).ratio).toBe(3);
  });

  it('is worth nothing that could be told when no time is allowed', () => {
    const none = { ...chat, compaction_duration: { warning: 0, critical: 0 } };
    expect(compactionReport(whole, none)).toMatchObject({ ratio: 0.25, effectiveness: null });
  });

  it('has an effectiveness from 0 to 1, or none', () => {
    const amount = fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined });
    const compaction = fc.record({
      tokensBefore: amount,
      tokensAfter: amount,
      durationSeconds: amount,
      preserved: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(compaction, (given) => {
        const { effectiveness, ratio } = compactionReport({ ...bare, ...given }, chat);
        expect(effectiveness === null || (effectiveness >= 0 && effectiveness <= 1)).toBe(true);
        expect(ratio === null || (ratio >= 0 && ratio < Infinity)).toBe(true);
      }),
    );
  });
});
