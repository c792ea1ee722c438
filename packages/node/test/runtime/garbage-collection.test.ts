import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { watchGarbageCollection } from '../../src/runtime/garbage-collection.ts';

describe('watchGarbageCollection', () => {
  it('counts a pause under its kind', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const watch = watchGarbageCollection();
    collectGarbage();
    await wait(20);
    const major = watch.family.series.find(({ labelValues }) => labelValues[0] === 'major');
    const cells = new Float64Array(8);
    major?.read(0, cells);
    expect(cells.subarray(0, 7).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(cells[7]).toBeGreaterThan(0);
    watch.close();
  });
});
