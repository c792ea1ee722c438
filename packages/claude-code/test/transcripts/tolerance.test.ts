import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { factsOfEvents } from '../support/facts.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const writer = new TranscriptWriter('s1')
  .prompt(0)
  .respond(3, 'm1', { output: 4, stop: 'end_turn' })
  .prompt(10)
  .respond(12, 'm2', { output: 6, stop: 'end_turn' });
const lines = writer.lines.map((line) => JSON.stringify(line));
const [prompt1 = '', response1 = '', prompt2 = '', response2 = ''] = lines;
const turns = { count: 2, milliseconds: 5000 };

/** The file of `writer` with `extra` between its lines. */
function around(extra: string | Buffer): Buffer {
  const newline = Buffer.from('\n');
  const parts = [prompt1, response1, extra, prompt2, response2].map((part) => Buffer.from(part));
  return Buffer.concat(parts.flatMap((part) => [part, newline]));
}

describe('a transcript', () => {
  // Whatever stands between them, the four good lines give two turns of 3 s and 2 s.
  it.each<[name: string, content: string | Buffer, problems: readonly string[]]>([
    ['with Windows line ends', lines.map((line) => `${line}\r\n`).join(''), []],
    ['with empty lines', around(' \n\n\t'), []],
    ['with a byte order mark', `\uFEFF${writer.text}`, []],
    ['whose last line lacks its newline', writer.text.trimEnd(), []],
    ['whose last line is cut', `${writer.text}{"type":"user","mess`, []],
    ['with a line that is no JSON', around('garbage }{'), ['invalid_json']],
    ['with a cut line', around(response1.slice(0, 80)), ['invalid_json']],
    ['with a text', around('"just a text"'), ['not_an_object']],
    ['with a list', around('[{"type":"user"}]'), ['not_an_object']],
    ['with null', around('null'), ['not_an_object']],
    ['with an object without a type', around('{"a":1}'), ['missing_field']],
    ['with a type that is no text', around('{"type":{"a":1}}'), ['missing_field']],
    ['with a type of the future', around('{"type":"telepathy","uuid":7}'), []],
    ['with a subtype of the future', around('{"type":"system","subtype":"dream"}'), []],
    ['with an assistant without message', around('{"type":"assistant"}'), ['missing_field']],
    ['with a user without message', around('{"type":"user","message":5}'), ['missing_field']],
    ['with a user without content', around('{"type":"user","message":{}}'), []],
    ['with odd blocks', around('{"type":"user","message":{"content":[1,null,[]]}}'), []],
    [
      'with a duration without number',
      around('{"type":"system","subtype":"turn_duration"}'),
      ['missing_field'],
    ],
    [
      'with a million nested lists',
      around(`{"type":"x","a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`),
      [],
    ],
    ['with a million quotes', around(`{${'"\\"'.repeat(1e6)}`), ['invalid_json']],
    ['with progress without data', around('{"type":"progress"}'), []],
    [
      'with bytes that are no UTF-8',
      around(Buffer.from([0xff, 0xfe, 0xc3, 0x28])),
      ['invalid_json'],
    ],
    [
      'with bytes that are no UTF-8 inside a text',
      around(Buffer.from('{"type":"summary","summary":"\xff\xfe"}', 'latin1')),
      [],
    ],
    ['with glued lines', `${prompt1}\n${response1}${prompt2}\n${response2}\n`, []],
    [
      'with a glued line whose end is cut',
      `${prompt1}\n${response1}{"ty\n${prompt2}\n${response2}\n`,
      ['invalid_json'],
    ],
    ['with a line of 17 MB', around(Buffer.alloc(17 * 1024 * 1024, 'x')), ['too_long']],
    [
      'with a line of 17 MB at its end',
      `${writer.text}${'x'.repeat(17 * 1024 * 1024)}`,
      ['too_long'],
    ],
  ])('%s gives its turns all the same', async (_name, content, problems) => {
    const delivery = await readTranscripts(stageFolder({ 's1.jsonl': content }));
    expect(factsOfEvents(delivery.events)).toMatchObject({
      responses: { 'tactical success': 2 },
      tokens: { output: 10 },
      turns: { 'user success': 2 },
      turnDurations: turns,
    });
    expect(delivery.parseErrors).toEqual(problems);
    expect(delivery.problems).toEqual([]);
  });

  // Numbers and ids that make no sense are as good as missing; the response itself counts.
  it.each<[name: string, line: object]>([
    ['tokens below zero', { usage: { output_tokens: -5 } }],
    ['tokens that are text', { usage: { output_tokens: '12' } }],
    ['tokens beyond all numbers', { usage: { output_tokens: 1e300 } }],
    ['a usage that is a list', { usage: [1] }],
    ['no usage', {}],
    ['a model of ten megabytes', { usage: {}, model: 'x'.repeat(10_000_000) }],
    ['a content that is a number', { content: 7 }],
  ])('counts a response with %s', async (_name, message) => {
    const line = { type: 'assistant', uuid: 'u1', message: { id: 'm1', ...message } };
    const folder = stageFolder({ 's1.jsonl': `${JSON.stringify(line)}\n` });
    const { events } = await readTranscripts(folder);
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 1 },
      tokens: {},
    });
    expect(JSON.stringify(events).length).toBeLessThan(2000);
  });

  it('whose times run backwards or are missing gives no duration', async () => {
    const backwards = new TranscriptWriter('s1').prompt(10).respond(5, 'm1');
    const timeless = new TranscriptWriter('s2', { timestamp: 'soon' }).prompt(0).respond(5, 'm2');
    const files = { 's1.jsonl': backwards.text, 's2.jsonl': timeless.text };
    const { events } = await readTranscripts(stageFolder(files));
    expect(factsOfEvents(events)).toMatchObject({
      turns: { 'user success': 2 },
      turnDurations: { count: 0 },
      responseDurations: { count: 0 },
    });
  });

  it('counts the lines and bytes it had, and what came of them', async () => {
    const content = around('garbage');
    const { source, delivery } = openSource([stageFolder({ 's1.jsonl': content })]);
    expect(await source.poll()).toMatchObject({ files: 1, lines: 5, parseErrors: 1 });
    source.drain();
    const { files, lines: seen, bytes, events, parseErrors } = source.stats;
    expect({ files, seen, bytes, events, parseErrors }).toEqual({
      files: 1,
      seen: 5,
      bytes: content.length,
      events: delivery.events.length,
      parseErrors: 1,
    });
  });
});
