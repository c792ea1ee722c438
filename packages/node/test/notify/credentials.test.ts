import { describe, expect, it } from '@jest/globals';
import { type Credentials, wrongCredentials } from '../../src/index.ts';
import { readCredentials } from '../../src/notify/credentials.ts';

describe('readCredentials', () => {
  it.each<{ name: string; credentials: Credentials; headers: object }>([
    { name: 'nothing', credentials: {}, headers: {} },
    {
      name: 'headers',
      credentials: { headers: { 'X-Scope': 'team', 'X-Key': { env: 'KEY' } } },
      headers: { 'X-Scope': 'team', 'X-Key': 'hush' },
    },
    {
      name: 'a bearer token',
      credentials: { bearerToken: { env: 'KEY' } },
      headers: { Authorization: 'Bearer hush' },
    },
    {
      name: 'a user and a password',
      credentials: { basicAuth: { username: 'ada', password: { env: 'KEY' } } },
      headers: { Authorization: 'Basic YWRhOmh1c2g=' },
    },
  ])('makes headers of $name', async ({ credentials, headers }) => {
    expect(wrongCredentials(credentials)).toBeUndefined();
    expect(await readCredentials(credentials, { KEY: 'hush' })).toEqual(headers);
  });
});

describe('wrongCredentials', () => {
  it.each<{ credentials: Credentials; message: RegExp }>([
    { credentials: { headers: { 'a b': 'x' } }, message: /^a b is no name of a header$/ },
    { credentials: { headers: { host: 'x' } }, message: /^host is a header that Turnscope sets/ },
    {
      credentials: { basicAuth: { username: 'a:b', password: 'x' } },
      message: /^the user name of basicAuth has a colon/,
    },
    {
      credentials: { bearerToken: 'x', headers: { authorization: 'y' } },
      message: /exclude each other$/,
    },
    {
      credentials: { bearerToken: 'x', basicAuth: { username: 'a', password: 'x' } },
      message: /exclude each other$/,
    },
  ])('refuses $credentials', ({ credentials, message }) => {
    expect(wrongCredentials(credentials)).toMatch(message);
  });
});
