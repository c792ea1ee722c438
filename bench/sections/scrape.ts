// What a scrape takes, beside prom-client. Argument: the histogram series, or "host" for a real host's families.

import { compareScrapes } from '../scrape/compare-scrapes.ts';
import { createHostSubjects, createScrapeSubjects } from '../scrape/subjects.ts';

const size = process.argv[2] ?? 'host';
const subjects = size === 'host' ? createHostSubjects() : createScrapeSubjects(Number(size));
const rounds = size === 'host' ? 101 : Math.max(9, Math.min(41, 60_000 / Number(size)));
console.log(JSON.stringify(await compareScrapes(subjects, rounds)));
