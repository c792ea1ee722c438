import { describe, expect, it } from '@jest/globals';
import { formatListenAddress, parseListenAddress } from '../../src/settings/listen-address.ts';

describe('parseListenAddress', () => {
  it.each([
    { text: '127.0.0.1:10464', address: { host: '127.0.0.1', port: 10_464 } },
    { text: 'localhost:80', address: { host: 'localhost', port: 80 } },
    { text: ':10464', address: { host: '', port: 10_464 } },
    { text: '[::1]:9000', address: { host: '::1', port: 9_000 } },
    { text: '[::]:0', address: { host: '::', port: 0 } },
    { text: 'box.example:65535', address: { host: 'box.example', port: 65_535 } },
  ])('understands $text', ({ text, address }) => {
    expect(parseListenAddress(text)).toEqual(address);
    expect(formatListenAddress(address)).toBe(text);
  });

  it.each([
    { text: '', why: 'empty' },
    { text: '10464', why: 'a port without its colon' },
    { text: '127.0.0.1', why: 'no port' },
    { text: '127.0.0.1:', why: 'an empty port' },
    { text: '127.0.0.1:65536', why: 'a port too high' },
    { text: '127.0.0.1:-1', why: 'a negative port' },
    { text: '127.0.0.1:http', why: 'a port that is a word' },
    { text: '::1:10464', why: 'IPv6 without brackets' },
    { text: '[nonsense]:10464', why: 'brackets around no IPv6 address' },
    { text: '[]:10464', why: 'empty brackets' },
    { text: 'http://localhost:10464', why: 'a URL' },
    { text: 'local host:10464', why: 'a space' },
    { text: '127.0.0.1:10464\n', why: 'a newline' },
  ])('refuses $why', ({ text }) => expect(parseListenAddress(text)).toBeUndefined());
});
