import { describe, expect, it } from '@jest/globals';
import { EventLog } from '../../src/report/event-log.ts';
import { hintsOf } from '../../src/report/hints.ts';
import { dayFormat } from '../../src/report/page/times.ts';
import { emptyReport, healthyReport } from '../support/report-value.ts';

const day = dayFormat('Europe/Vienna');
const { from, to } = emptyReport().window;

function hints(files: number, ...times: number[]): readonly string[] {
  const log = new EventLog({ from, to });
  for (const at of times) {
    log.sink.record({ type: 'retry', conversationId: 'c', reason: 'overloaded', at });
  }
  return hintsOf(emptyReport(), { log, files }, ['/home/ada/projects'], day);
}

describe('what to do where a report has nothing to show', () => {
  it('is nothing where it has', () => {
    const log = new EventLog({ from, to });
    expect(hintsOf(healthyReport(), { log, files: 0 }, [], day)).toEqual([]);
  });

  it('names the folder without transcripts', () => {
    expect(hints(0)).toEqual([
      'There are no transcripts in /home/ada/projects. Claude Code writes them there when it works; for others: --transcripts DIR.',
    ]);
  });

  it('names the day of the latest activity before, in the time zone of the reader', () => {
    expect(hints(1, Date.parse('2026-01-05T12:00Z'), Date.parse('2026-01-07T23:30Z'))).toEqual([
      '1 transcript read. The latest activity before was on 2026-01-08. Try --since 2026-01-08, or --since all.',
    ]);
  });

  it('says that all activity is later', () => {
    expect(hints(3, to + 1)).toEqual([
      '3 transcripts read. All activity is later: choose a later --until, or leave it out.',
    ]);
  });

  it('says that what is there is not enough', () => {
    expect(hints(3, from)).toEqual([
      '3 transcripts read. There is activity, but no turn, response or compaction: --since all may hold some.',
    ]);
  });
});
