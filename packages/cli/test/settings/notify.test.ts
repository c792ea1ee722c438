import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

/** Settings of a turnscope.yaml with this text, where these variables are set. */
async function resolve(text: string, variables: Readonly<Record<string, string>> = {}) {
  await writeFile(join(temporary(), 'turnscope.yaml'), text);
  const workingFolder = temporary();
  return resolveSettings(
    {},
    { variables, homeFolder: '/home/ann', workingFolder, hostName: 'box' },
  );
}

describe('notify', () => {
  it('becomes receivers, with absolute paths of the files of secrets', async () => {
    await writeFile(join(temporary(), 'token'), 'hush');
    await writeFile(join(temporary(), 'key'), 'hush');
    const text = `
notify:
  labels: { team: agents }
  runbooks: https://wiki.example/on-call
  alertmanager:
    - { url: http://127.0.0.1:9093, bearerTokenFile: token, timeout: 5s }
    - { url: http://127.0.0.1:9094 }
  webhooks:
    - url: https://example.org/hook
      headers: { X-Key: { env: KEY }, X-Other: { file: ./key }, X-Scope: plain }
      basicAuth: { username: ada, passwordEnv: KEY }
    - { url: https://example.org/other, bearerTokenEnv: KEY }
`;
    const { notify } = await resolve(text, { KEY: 'hush' });
    expect(notify).toEqual({
      instance: 'box',
      labels: { team: 'agents' },
      runbooks: 'https://wiki.example/on-call/',
      alertmanagers: [
        {
          url: 'http://127.0.0.1:9093',
          headers: {},
          bearerToken: { file: join(temporary(), 'token') },
          timeoutSeconds: 5,
        },
        { url: 'http://127.0.0.1:9094', headers: {} },
      ],
      webhooks: [
        {
          url: 'https://example.org/hook',
          headers: {
            'X-Key': { env: 'KEY' },
            'X-Other': { file: join(temporary(), 'key') },
            'X-Scope': 'plain',
          },
          basicAuth: { username: 'ada', password: { env: 'KEY' } },
        },
        { url: 'https://example.org/other', headers: {}, bearerToken: { env: 'KEY' } },
      ],
    });
  });

  it('says which secrets cannot be had, and where they are named', async () => {
    await writeFile(join(temporary(), 'empty'), ' ');
    const text = `notify:
  alertmanager:
    - url: http://127.0.0.1:9093
      bearerTokenFile: /nowhere/token
  webhooks:
    - url: https://example.org
      headers:
        X-Scope: plain
        X-Key: { env: KEY }
    - url: https://example.org
      basicAuth:
        username: ada
        passwordFile: empty
`;
    const file = join(temporary(), 'turnscope.yaml');
    await expect(resolve(text)).rejects.toMatchObject({
      exitCode: 2,
      message: [
        `${file}:4: notify.alertmanager[0].bearerTokenFile: the file /nowhere/token cannot be read (ENOENT)`,
        `${file}:9: notify.webhooks[0].headers["X-Key"]: the variable KEY is not set`,
        `${file}:13: notify.webhooks[1].basicAuth.passwordFile: the file ${join(temporary(), 'empty')} is empty`,
      ].join('\n'),
    });
  });

  it.each([
    {
      text: 'notify:\n  webhooks:\n    - url: example.org\n',
      message:
        'f:3: notify.webhooks[0].url: must be a URL that begins with http:// or https://; got example.org',
    },
    {
      text: 'notify: { webhooks: [{ url: "https://ada:hush@example.org" }] }\n',
      message:
        'f:1: notify.webhooks[0].url: must not hold a user name or password; give them as basicAuth',
    },
    {
      text: 'notify: { webhooks: [{}] }\n',
      message: 'f:1: notify.webhooks[0].url: is missing',
    },
    {
      text: 'notify:\n  alertmanagers: []\n',
      message: 'f:2: notify: unknown key "alertmanagers"; did you mean "alertmanager"?',
    },
    {
      text: 'notify:\n  webhooks:\n    - url: https://example.org\n      header: {}\n',
      message: 'f:4: notify.webhooks[0]: unknown key "header"; did you mean "headers"?',
    },
    {
      text: 'notify:\n  labels:\n    team: agents\n    severity: high\n',
      message:
        /^f:4: notify\.labels\.severity: severity is a label that alerts carry by themselves/,
    },
    {
      text: 'notify:\n  labels: { a-b: x }\n',
      message: /^f:2: notify\.labels\["a-b"\]: a-b is no name of a label/,
    },
    {
      text: 'notify:\n  labels: { a: 1 }\n',
      message: 'f:2: notify.labels.a: expected string, received number',
    },
    {
      text: 'notify:\n  webhooks:\n    - url: https://example.org\n      headers: { X-Key: { var: KEY } }\n',
      message:
        'f:4: notify.webhooks[0].headers["X-Key"]: must be a text, { env: VARIABLE } or { file: PATH }',
    },
    {
      text: 'notify:\n  webhooks:\n    - url: https://example.org\n      headers: { Host: x }\n',
      message: 'f:3: notify.webhooks[0]: Host is a header that Turnscope sets itself',
    },
    {
      text: 'notify: { webhooks: [{ url: "http://a", bearerTokenFile: a, bearerTokenEnv: A }] }\n',
      message: 'f:1: notify.webhooks[0]: bearerTokenFile and bearerTokenEnv exclude each other',
    },
    {
      text: 'notify: { webhooks: [{ url: "http://a", basicAuth: { username: ada } }] }\n',
      message: 'f:1: notify.webhooks[0]: basicAuth needs passwordFile or passwordEnv, and not both',
    },
    {
      text: 'notify: { webhooks: [{ url: "http://a", bearerTokenEnv: A, headers: { authorization: x } }] }\n',
      message:
        'f:1: notify.webhooks[0]: a bearer token, basicAuth and a header Authorization exclude each other',
    },
    {
      text: 'notify: { webhooks: [{ url: "http://a", timeout: 61s }] }\n',
      message: 'f:1: notify.webhooks[0].timeout: must be at least 1s and at most 1m; got 61s',
    },
  ])('says what is wrong and where: $message', ({ text, message }) => {
    expect(() => parseConfig(text, 'f')).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      }),
    );
  });
});

describe('evaluation', () => {
  it.each([
    {
      text: 'evaluation:\n  interval: 0s\n',
      message: 'f:2: evaluation.interval: must be at least 1s and at most 5m; got 0s',
    },
    {
      text: 'evaluation: { interval: 6m }\n',
      message: 'f:1: evaluation.interval: must be at least 1s and at most 5m; got 6m',
    },
    {
      text: 'evaluation: { interval: 15 }\n',
      message: 'f:1: evaluation.interval: must be a duration such as 90s, 15m, 1h, 1h30m or 7d',
    },
    {
      text: 'evaluation: { interval: soon }\n',
      message:
        'f:1: evaluation.interval: must be a duration such as 90s, 15m, 1h, 1h30m or 7d; got soon',
    },
    {
      text: 'evaluation: { history: 59m }\n',
      message: 'f:1: evaluation.history: must be at least 1h; got 59m',
    },
    {
      text: 'evaluation: { every: 15s }\n',
      message: 'f:1: evaluation: unknown key "every"; known here: interval, history',
    },
  ])('says what is wrong and where: $message', ({ text, message }) => {
    expect(() => parseConfig(text, 'f')).toThrow(expect.objectContaining({ exitCode: 2, message }));
  });
});
