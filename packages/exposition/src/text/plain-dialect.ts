import type { Dialect } from './dialect.ts';
import { escapeHelp } from './escape.ts';
import { formatNumber } from './format-number.ts';

/** Text 0.0.4. */
export const plainDialect: Dialect = {
  header: ({ name, kind, help }) => `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${kind}\n`,
  sampleName: ({ name }) => name,
  bound: formatNumber,
  exemplar: () => '',
  end: '',
};
