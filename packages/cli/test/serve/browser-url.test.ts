import { describe, expect, it } from '@jest/globals';
import { browserUrl } from '../../src/serve/browser-url.ts';

describe('browserUrl', () => {
  it.each([
    { url: 'http://[::]:80', opens: 'http://localhost:80' },
    { url: 'http://0.0.0.0:80/m', opens: 'http://localhost:80/m' },
    { url: 'http://127.0.0.1:80', opens: 'http://127.0.0.1:80' },
    { url: 'http://[::1]:80', opens: 'http://[::1]:80' },
  ])('opens $url as $opens', ({ url, opens }) => expect(browserUrl(url)).toBe(opens));
});
