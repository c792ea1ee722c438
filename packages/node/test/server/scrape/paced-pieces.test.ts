import { expect, it } from '@jest/globals';
import { pacedPieces } from '../../../src/server/scrape/paced-pieces.ts';
import { WorkTime } from '../../../src/server/scrape/work-time.ts';

it('lets others run when the pieces have taken a few milliseconds, and counts the time', async () => {
  let now = 0;
  const work = new WorkTime({ now: () => now });
  function* pieces() {
    for (const piece of ['', 'a', '', '', new Uint8Array([98]), 'ü']) {
      now += 2.5;
      yield piece;
    }
  }
  let turns = 0;
  const count = () => {
    turns += 1;
    immediate = setImmediate(count);
  };
  let immediate = setImmediate(count);
  const seen: { readonly text: string; readonly turns: number }[] = [];
  for await (const piece of pacedPieces(pieces(), work)) {
    seen.push({ text: piece.toString(), turns });
  }
  clearImmediate(immediate);
  expect(seen.map(({ text }) => text)).toEqual(['a', 'b', 'ü']);
  expect(seen.map((each) => each.turns)).toEqual([0, 2, 3]);
  expect(work.seconds).toBeCloseTo(0.015, 9);
});
