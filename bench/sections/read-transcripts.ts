// Reading generated transcripts beside other programs. Arguments: megabytes, rounds (odd), how many readers.

import { compareReaders } from '../read/compare-readers.ts';
import { createCorpus } from '../read/corpus.ts';
import { readers } from '../read/readers.ts';

const [megabytes = 400, rounds = 5, count = readers.length] = process.argv.slice(2).map(Number);
using corpus = createCorpus(megabytes);
console.log(JSON.stringify(compareReaders(readers.slice(0, count), corpus, rounds)));
