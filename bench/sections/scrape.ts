// What a scrape takes, beside a library. Arguments: the histogram series, or "host" for the families of a real host in
// prom-client; the library, prom-client or OpenTelemetry.

import { checkSeries } from '../scrape/check-series.ts';
import { compareScrapes } from '../scrape/compare-scrapes.ts';
import type { LibraryName } from '../scrape/histogram-library.ts';
import { createHostSubjects, createScrapeSubjects } from '../scrape/subjects.ts';

const [size = 'host', library = 'prom-client'] = process.argv.slice(2);
const series = Number(size);
const subjects =
  size === 'host' ? createHostSubjects() : createScrapeSubjects(library as LibraryName, series);
if (size !== 'host') await checkSeries(subjects, series);
const rounds = size === 'host' ? 101 : Math.max(9, Math.min(41, 60_000 / series));
console.log(JSON.stringify(await compareScrapes(subjects, rounds)));
