import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';
import { asMixinSettings } from '../../src/settings/mixin.ts';

const settings = (text: string) => asMixinSettings(parseConfig(text, 'f'));

describe('asMixinSettings', () => {
  it('is for the stack of docker compose by default', () => {
    expect(settings('')).toEqual({
      job: 'turnscope',
      runbooks: 'https://github.com/turnscope/turnscope/blob/main/docs/runbooks/',
      grafana: 'http://127.0.0.1:3000',
      objectives: {},
    });
  });

  it('takes what the file says', () => {
    const text = `mixin:
  job: agents
  runbooks: https://wiki.example/on-call
  grafana: https://grafana.example/team/
  slo: { completion: 0.999, response_latency: 0.9 }
`;
    expect(settings(text)).toEqual({
      job: 'agents',
      runbooks: 'https://wiki.example/on-call/',
      grafana: 'https://grafana.example/team',
      objectives: { completion: 0.999, response_latency: 0.9 },
    });
  });

  it.each([
    ['those of direct notifications', '', 'https://wiki.example/a/'],
    ['its own', 'mixin: { runbooks: "https://wiki.example/b" }\n', 'https://wiki.example/b/'],
  ])('leads to %s', (_, own, runbooks) => {
    const text = `notify: { runbooks: "https://wiki.example/a" }\n${own}`;
    expect(settings(text).runbooks).toBe(runbooks);
  });
});

describe('mixin', () => {
  it.each([
    {
      text: 'mixin: { jobs: x }\n',
      message: 'f:1: mixin: unknown key "jobs"; did you mean "job"?',
    },
    { text: 'mixin:\n  job: ""\n', message: 'f:2: mixin.job: must not be empty' },
    {
      text: 'mixin: { runbooks: docs/runbooks }\n',
      message:
        'f:1: mixin.runbooks: must be a URL that begins with http:// or https://; got docs/runbooks',
    },
    {
      text: 'notify: { runbooks: "https://ada:hush@wiki.example" }\n',
      message:
        'f:1: notify.runbooks: must not hold a user name or password; everyone who is told of an alert sees it',
    },
    {
      text: 'mixin: { grafana: localhost }\n',
      message:
        'f:1: mixin.grafana: must be a URL that begins with http:// or https://; got localhost',
    },
    {
      text: 'mixin:\n  slo:\n    completion: 99\n',
      message: 'f:3: mixin.slo.completion: must be a share between 0 and 1, such as 0.99',
    },
    {
      text: 'mixin: { slo: { turns: 0.9 } }\n',
      message: 'f:1: mixin.slo: unknown key "turns"; known here: completion, response_latency',
    },
  ])('says what is wrong and where: $message', ({ text, message }) => {
    expect(() => parseConfig(text, 'f')).toThrow(expect.objectContaining({ exitCode: 2, message }));
  });
});
