import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  asRunbooks,
  defaultRunbooks,
  runbookUrl,
  wrongRunbooks,
} from '../../src/notify/runbooks.ts';

describe('defaultRunbooks', () => {
  it('is in the repository that package.json names', () => {
    const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { url } = (JSON.parse(manifest) as { repository: { url: string } }).repository;
    const repository = url.replace(/^git\+/, '').replace(/\.git$/, '');
    expect(defaultRunbooks).toBe(`${repository}/blob/main/docs/runbooks/`);
    expect(wrongRunbooks(defaultRunbooks)).toBeUndefined();
  });
});

describe('runbookUrl', () => {
  it('puts the name of the alert behind the place', () => {
    const runbooks = asRunbooks('https://wiki.example/on-call');
    expect(runbookUrl(runbooks, 'TurnscopeDown')).toBe(
      'https://wiki.example/on-call/TurnscopeDown.md',
    );
  });
});

describe('wrongRunbooks', () => {
  it.each([
    ['no URL', 'docs/runbooks', /^must be a URL/],
    ['a file', 'file:///runbooks/', /^must be a URL/],
    ['a password', 'https://ada:hush@wiki.example/', /^must not hold a user name or password/],
    ['a query', 'https://wiki.example/?page=', /^must not hold \? or #/],
    ['a fragment', 'https://wiki.example/#', /^must not hold \? or #/],
  ])('refuses %s', (_, url, message) => {
    expect(wrongRunbooks(url)).toMatch(message);
  });
});
