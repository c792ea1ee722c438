import { describe, expect, it } from '@jest/globals';
import { readLimit } from '../../src/runtime/file-descriptors.ts';

const head = 'Limit                     Soft Limit           Hard Limit           Units     \n';

describe('readLimit', () => {
  it('reads the soft limit', () => {
    expect(readLimit(`${head}Max open files            1024                 4096  files`)).toBe(
      1024,
    );
  });

  it('takes unlimited, and a text without the line, for no limit', () => {
    expect(readLimit(`${head}Max open files            unlimited  unlimited  files`)).toBe(
      Infinity,
    );
    expect(readLimit(head)).toBe(Infinity);
  });
});
