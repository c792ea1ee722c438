import type { Format } from '../format.ts';
import { type MediaRange, mediaRanges } from './media-ranges.ts';

interface Offer {
  readonly format: Format;
  readonly type: string;
  /** Parameters that tell one variant of a media type from another. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Those of them that must be asked for, because the type alone may mean anything. */
  readonly required: readonly string[];
}

/** The first is what everything can read, so a star alone gets it. */
const offers: readonly Offer[] = [
  { format: 'text', type: 'text/plain', parameters: { version: '0.0.4' }, required: [] },
  {
    format: 'openmetrics',
    type: 'application/openmetrics-text',
    parameters: { version: '1.0.0' },
    required: [],
  },
  {
    format: 'protobuf',
    type: 'application/vnd.google.protobuf',
    parameters: { proto: 'io.prometheus.client.MetricFamily', encoding: 'delimited' },
    required: ['proto', 'encoding'],
  },
];

/** How well an offer is liked, and where in the header that stands. */
interface Liking {
  readonly quality: number;
  readonly at: number;
}

const notAtAll: Liking = { quality: 0, at: Number.POSITIVE_INFINITY };

/**
 * The format that an Accept header likes best: the highest `q`, of equal ones the first in the header.
 * The most specific entry for a format decides, as RFC 9110 says. Text 0.0.4 when nothing that is
 * offered is accepted, since a scraper can do more with that than with an error. `escaping` makes no
 * difference: names of metrics and labels have no character that would have to be escaped.
 *
 * @example
 * const format = negotiate(request.headers.accept);
 * response.setHeader('Content-Type', contentTypes[format]);
 */
export function negotiate(accept: string | undefined): Format {
  const ranges = mediaRanges(accept ?? '');
  let best: Format = 'text';
  let most = notAtAll;
  for (const offer of offers) {
    const liking = likingOf(offer, ranges);
    if (!isMore(liking, most)) continue;
    best = offer.format;
    most = liking;
  }
  return best;
}

function isMore(a: Liking, b: Liking): boolean {
  return a.quality > b.quality || (a.quality === b.quality && a.quality > 0 && a.at < b.at);
}

function likingOf(offer: Offer, ranges: readonly MediaRange[]): Liking {
  let liking = notAtAll;
  let closest = 0;
  for (const [at, range] of ranges.entries()) {
    const closeness = closenessOf(offer, range);
    if (closeness <= closest) continue;
    closest = closeness;
    liking = { quality: range.quality, at };
  }
  return liking;
}

/** 0: does not match; the more, the more specific. */
function closenessOf({ type, parameters, required }: Offer, range: MediaRange): number {
  if (range.type === '*/*') return 1;
  if (range.type === `${type.slice(0, type.indexOf('/'))}/*`) return 2;
  if (range.type !== type) return 0;
  const asked = Object.entries(parameters).filter(([name]) => range.parameters.has(name));
  if (required.some((name) => !range.parameters.has(name))) return 0;
  if (asked.some(([name, value]) => range.parameters.get(name) !== value)) return 0;
  return 3 + asked.length;
}
