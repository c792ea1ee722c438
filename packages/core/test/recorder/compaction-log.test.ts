import { describe, expect, it } from '@jest/globals';
import { CompactionLog } from '../../src/recorder/compaction-log.ts';

/** A log of three compactions to which some at these times were added. */
function logOf(...times: readonly number[]): CompactionLog {
  const log = new CompactionLog(3);
  for (const at of times) {
    log.add({ at, conversationId: `c${at}`, processType: 'tactical', outcome: 'success' });
  }
  return log;
}

function timesIn(log: CompactionLog, from: number, to: number): readonly number[] {
  return log.between(from, to).map(({ at }) => at);
}

describe('the log of compactions', () => {
  it.each([
    ['nothing', [], []],
    ['all while there is room', [1, 2, 3], [1, 2, 3]],
    ['the latest when there is none', [1, 2, 3, 4], [2, 3, 4]],
    ['the latest after many', [1, 2, 3, 4, 5, 6, 7, 8], [6, 7, 8]],
    ['them in the order of time, however they came', [30, 10, 20], [10, 20, 30]],
    ['the latest that came, not those of the latest time', [30, 20, 10, 5], [5, 10, 20]],
  ])('holds %s', (_name, added, held) => {
    expect(timesIn(logOf(...added), 0, 100)).toEqual(held);
  });

  it.each([
    ['both ends belong to it', 10, 30, [10, 20, 30]],
    ['what lies before is left out', 11, 30, [20, 30]],
    ['what lies after is left out', 10, 29, [10, 20]],
    ['nothing lies in it', 21, 29, []],
  ])('is asked for a time: %s', (_name, from, to, found) => {
    expect(timesIn(logOf(10, 20, 30), from, to)).toEqual(found);
  });
});
