import type { MetricFamily } from '@turnscope/core';

const [major = '', minor = '', patch = ''] = process.versions.node.split('.');

/** The version of Node, as labels. */
export const nodeVersion: MetricFamily = {
  name: 'nodejs_version_info',
  kind: 'gauge',
  unit: 'none',
  help: 'Node.js version info.',
  labels: ['version', 'major', 'minor', 'patch'],
  series: [{ labelValues: [process.version, major, minor, patch], value: () => 1, read: () => {} }],
};
