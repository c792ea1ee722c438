import type { ReadFamily, ReadHistogram, ReadSeries } from '../read-families.ts';
import type { FamilyLines } from './family-lines.ts';
import { parseNumber, type Sample } from './parse-sample.ts';
import type { TextFormat } from './text-format.ts';

/** Puts the lines of a family together. Throws an Error that names the metric when they make no sense. */
export function readFamily(lines: FamilyLines, format: TextFormat): ReadFamily {
  const { name, kind, samples } = lines;
  if (kind !== 'counter' && kind !== 'gauge' && kind !== 'histogram')
    throw new Error(`${name} is of the kind "${kind}"`);
  const shown = samples.filter((sample) => sample.name !== `${name}_created`);
  return {
    name: kind === 'counter' ? `${name}${format.counterFamily}` : name,
    kind,
    help: format.unescapeHelp(lines.help),
    series: kind === 'histogram' ? histograms(name, shown) : shown.map(asNumber),
  };
}

function asNumber({ labels, value }: Sample): ReadSeries {
  return { labels, value };
}

function histograms(name: string, samples: readonly Sample[]): readonly ReadHistogram[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const { le, ...labels } = sample.labels;
    const key = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups].map(([key, group]) => {
    try {
      return asHistogram(name, group);
    } catch (error) {
      throw new Error(`${name} ${key}: ${(error as Error).message}`, { cause: error });
    }
  });
}

function asHistogram(name: string, samples: readonly Sample[]): ReadHistogram {
  const buckets = new Map<number, number>();
  let below = Number.NEGATIVE_INFINITY;
  for (const { labels, value } of samples.filter((each) => each.name === `${name}_bucket`)) {
    const le = parseNumber(labels['le'] ?? '');
    if (!(le > below)) throw new Error(`le ${le} behind ${below}`);
    if (value < (buckets.get(below) ?? 0)) throw new Error(`le ${le} is below the one before`);
    buckets.set(le, value);
    below = le;
  }
  const { labels, value: sum } = only(samples, `${name}_sum`);
  const { value: count } = only(samples, `${name}_count`);
  if (buckets.get(Number.POSITIVE_INFINITY) !== count) throw new Error('le +Inf is not the count');
  return { labels, buckets, sum, count };
}

function only(samples: readonly Sample[], name: string): Sample {
  const [found, ...others] = samples.filter((sample) => sample.name === name);
  if (found === undefined || others.length > 0) throw new Error(`not one ${name}`);
  if ('le' in found.labels) throw new Error(`${name} has le`);
  return found;
}
