import { describe, expect, it } from '@jest/globals';
import { version } from '@turnscope/core';
import type { Stage } from '../../src/serve/stage.ts';
import { firstReadLine, welcomeLines } from '../../src/serve/welcome.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';

const { environment } = createContext();
const real: Stage = {
  reading: { folders: ['/a', '/b'], from: 'start' },
  processTypes: [],
  demo: undefined,
  close: async () => {},
};
const demo: Stage = {
  ...real,
  demo: { advance: async () => 0, ledger: () => ({}) as never, close: async () => {} },
};
const read = { files: 1, events: 1_234, bytes: 0, lines: 0, parseErrors: 0 };

describe('welcomeLines', () => {
  it('tell what is read, where the metrics are and how it ends', async () => {
    const settings = await resolveSettings({}, environment);
    expect(welcomeLines(settings, real, 'http://127.0.0.1:10464')).toEqual([
      `Turnscope ${version}`,
      '',
      '  Reads    /a',
      '  Reads    /b',
      '  Counts   from the start',
      '  Metrics  http://127.0.0.1:10464/metrics',
      '  Ctrl-C ends it.',
      '',
    ]);
  });

  it('tell who is notified, without what may be secret, and nobody by a demo', async () => {
    const settings = await resolveSettings({}, environment);
    const receiver = { timeoutSeconds: undefined };
    const notify = {
      ...settings.notify,
      alertmanagers: [{ ...receiver, url: 'http://127.0.0.1:9093/am' }],
      webhooks: [{ ...receiver, url: 'https://example.org/hush?key=hush' }],
    };
    const url = 'http://127.0.0.1:10464';
    expect(welcomeLines({ ...settings, notify }, real, url).slice(-5, -2)).toEqual([
      '  Metrics  http://127.0.0.1:10464/metrics',
      '  Notifies http://127.0.0.1:9093',
      '  Notifies https://example.org',
    ]);
    expect(welcomeLines({ ...settings, notify }, demo, url).join()).not.toContain('Notifies');
  });

  it('tell where metrics are pushed to, without what may be secret, by a demo too', async () => {
    const flags = { otlpEndpoint: 'http://127.0.0.1:4318/hush?key=hush' };
    const settings = await resolveSettings(flags, environment);
    const line = '  Pushes   to http://127.0.0.1:4318';
    for (const stage of [real, demo]) {
      expect(welcomeLines(settings, stage, 'http://127.0.0.1:10464').slice(-3, -2)).toEqual([line]);
    }
  });

  it('tell how everything would count where it does not', async () => {
    const settings = await resolveSettings({}, environment);
    const stage: Stage = { ...real, reading: { folders: ['/a'], from: 'now' } };
    expect(welcomeLines(settings, stage, 'http://127.0.0.1:10464')).toContain(
      '  Counts   from now on (everything: --from start)',
    );
  });

  it('say that the demo is one, and why it plays', async () => {
    const settings = await resolveSettings({ demoIfEmpty: true }, environment);
    expect(welcomeLines(settings, demo, 'http://127.0.0.1:10464').slice(2, 5)).toEqual([
      '  DEMO     The agents are imaginary and every number is invented.',
      '           No transcripts in /home/ann/.claude/projects',
      '           Your own: turnscope serve --transcripts DIR',
    ]);
  });
});

describe('firstReadLine', () => {
  it('counts what was there', () => {
    expect(firstReadLine(read, real)).toMatch(/^Read 1 transcript, 1,234 events;/);
  });

  it('says what counts from now on, and how all would', () => {
    const stage: Stage = { ...real, reading: { folders: [], from: 'now' } };
    expect(firstReadLine({ ...read, files: 29, events: 0 }, stage)).toBe(
      'Counts what is written from now on; 29 transcripts read for context.',
    );
  });

  it('says that it waits where nothing was', () => {
    expect(firstReadLine({ ...read, files: 0 }, real)).toMatch(
      /^Waiting for the first transcript\./,
    );
  });

  it('does not call the demo a transcript', () => {
    expect(firstReadLine(read, demo)).toBe(
      'The imaginary agents are at work; 1,234 events so far.',
    );
  });
});
