import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const transcript = () => new TranscriptWriter('s1');
const newer = { version: '2.1.51' };

async function startsOf(text: string): Promise<readonly string[]> {
  const { events } = await readTranscripts(stageFolder({ 's1.jsonl': text }));
  const seconds = (at: number | undefined) => ((at ?? Number.NaN) - time(0)) / 1000;
  return eventsOf(events, 'process-start').map(
    ({ kind, processType, at }) => `${kind} ${processType} ${seconds(at)}`,
  );
}

describe('process starts', () => {
  // Each row: lines with their seconds; kind, process type and second of the starts they show.
  it.each<[name: string, writer: TranscriptWriter, starts: readonly string[]]>([
    [
      'are fresh by a startup hook, and of the process type that answers next',
      transcript().sessionStart(1, 'startup').prompt(5).respond(9, 'm1'),
      ['fresh tactical 1'],
    ],
    [
      'are one for several hooks',
      transcript()
        .sessionStart(1, 'startup')
        .sessionStart(1.01, 'startup')
        .sessionStart(3, 'startup'),
      ['fresh unknown 1'],
    ],
    [
      'are resumes by a resume hook, even when nothing answers after it',
      transcript().prompt(0).respond(1, 'm1').sessionStart(90, 'resume'),
      ['resume tactical 90'],
    ],
    [
      'are none by clear and compact hooks',
      transcript().sessionStart(1, 'clear').prompt(2).respond(3, 'm1').sessionStart(60, 'compact'),
      [],
    ],
    [
      'are resumes by another version, up or down',
      transcript()
        .prompt(0)
        .respond(1, 'm1')
        .prompt(100, 'Again', newer)
        .respond(102, 'm2', {}, newer)
        .prompt(200, 'Back'),
      ['resume tactical 100', 'resume tactical 200'],
    ],
    [
      'are resumes by lines after an exit, at the first of them',
      transcript()
        .prompt(0)
        .respond(1, 'm1')
        .user(60.001, '<local-command-caveat>Caveat', { isMeta: true })
        .command(60, '/exit')
        .user(60, '<local-command-stdout>Goodbye!')
        .prompt(300)
        .respond(304, 'm2'),
      ['resume tactical 300'],
    ],
    [
      'are none by an exit that ends the file',
      transcript()
        .prompt(0)
        .respond(1, 'm1')
        .command(60, '/exit')
        .user(60, '<local-command-stdout>Bye!')
        .system(60.5, 'stop_hook_summary', {}),
      [],
    ],
    [
      'are resumes by a resume filler',
      transcript().prompt(0).respond(1, 'm1').resumeFiller(500),
      ['resume tactical 500'],
    ],
    [
      'are none by other words of Claude Code itself',
      transcript().prompt(0).respond(1, 'm1').respond(500, 'x', { model: '<synthetic>' }),
      [],
    ],
    [
      'are one within ten seconds, of the kind that the strongest indicator shows',
      transcript()
        .prompt(0)
        .respond(1, 'm1')
        .command(60, '/exit')
        .resumeFiller(70)
        .line(79, { type: 'system', subtype: 'informational', ...newer })
        .sessionStart(80, 'startup'),
      ['fresh tactical 70'],
    ],
    [
      'are two when more than ten seconds lie between',
      transcript()
        .prompt(0)
        .respond(1, 'm1')
        .sessionStart(60, 'resume')
        .resumeFiller(70.5)
        .respond(75, 'm2', { model: 'claude-opus-4-6' }),
      ['resume tactical 60', 'resume strategic 70.5'],
    ],
    [
      'are none by a gap in time or by a turn without an end',
      transcript().prompt(0).useTool(1, 'm1', 'Bash', 't1').prompt(40_000).respond(40_002, 'm2'),
      [],
    ],
    [
      'are none in the file of a subagent or by its lines',
      transcript().prompt(0).respond(1, 'x1', {}, { isSidechain: true, version: '2.1.49' }),
      [],
    ],
  ])('%s', async (_name, writer, starts) => {
    expect(await startsOf(writer.text)).toEqual(starts);
  });

  // The process died while it wrote: no newline between its last object and the next one's first.
  it('are resumes by a glued line', async () => {
    const writer = transcript().prompt(0).respond(1, 'm1').prompt(900).respond(903, 'm2');
    const [prompt, ...others] = writer.lines.map((line) => JSON.stringify(line));
    const text = `${prompt}\n${others[0]}${others[1]}\n${others[2]}\n`;
    expect(await startsOf(text)).toEqual(['resume tactical 900']);
  });
});
