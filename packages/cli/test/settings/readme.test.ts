import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';
import { configSchema } from '../../src/settings/config-schema.ts';

// The turnscope.yaml that people copy: README.md shows it in two blocks.

const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => text);
const written = blocks.filter((text) => !text.startsWith('scrape_configs'));

describe('the turnscope.yaml of README.md', () => {
  it('is accepted', () => {
    expect(() => parseConfig(written.join(''), 'README.md')).not.toThrow();
  });

  it('has every section', () => {
    const config = parseConfig(written.join(''), 'README.md');
    expect(Object.keys(config).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });
});
