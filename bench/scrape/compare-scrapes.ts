import { createRenderer, type Format, type Renderer } from '@turnscope/exposition';
import type { Measurement } from '../harness/interleave.ts';
import { median } from '../harness/median.ts';
import type { ScrapeSubjects } from './subjects.ts';

interface Variant {
  readonly name: string;
  /** Not timed. */
  prepare(): void;
  scrape(): Promise<number> | number;
}

/**
 * Lets every variant answer a scrape in every round, in rotated order, up to the bytes of the answer; ratios are to the
 * library.
 */
export async function compareScrapes(
  subjects: ScrapeSubjects,
  rounds: number,
): Promise<readonly Measurement[]> {
  const variants = variantsOf(subjects);
  const times = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds + 2; round += 1) {
    const start = round % variants.length;
    for (const variant of [...variants.slice(start), ...variants.slice(0, start)]) {
      const time = await timeOf(variant);
      // The first two rounds warm up.
      if (round >= 2) times.get(variant.name)?.push(time);
    }
  }
  const bases = times.get(subjects.library.name) ?? [];
  return variants.map(({ name }) => {
    const own = times.get(name) ?? [];
    const ratios = own.map((time, round) => time / (bases[round] ?? Number.NaN));
    return { name, nanoseconds: median(own), ratio: median(ratios) };
  });
}

function variantsOf({ library, collect, changeTenth }: ScrapeSubjects): readonly Variant[] {
  const nothing = () => {};
  const anew = (name: string, format: Format): Variant => ({
    name,
    prepare: nothing,
    scrape: () => bytesOf(createRenderer(format), collect()),
  });
  const kept = (name: string, format: Format): Variant => {
    const renderer = createRenderer(format);
    return { name, prepare: changeTenth, scrape: () => bytesOf(renderer, collect()) };
  };
  return [
    {
      name: library.name,
      prepare: nothing,
      scrape: async () => Buffer.from(await library.text()).length,
    },
    anew('Turnscope', 'text'),
    kept('Turnscope, a tenth changed', 'text'),
    anew('Turnscope, OpenMetrics', 'openmetrics'),
    kept('Turnscope, OpenMetrics, a tenth changed', 'openmetrics'),
    anew('Turnscope, protobuf', 'protobuf'),
  ];
}

function bytesOf(renderer: Renderer, collection: ReturnType<ScrapeSubjects['collect']>): number {
  let bytes = 0;
  for (const piece of renderer.render(collection)) {
    bytes += typeof piece === 'string' ? Buffer.from(piece).length : piece.length;
  }
  return bytes;
}

async function timeOf({ prepare, scrape }: Variant): Promise<number> {
  prepare();
  const start = process.hrtime.bigint();
  await scrape();
  return Number(process.hrtime.bigint() - start);
}
