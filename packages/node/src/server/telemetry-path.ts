import { healthyPath, landingPath, readyPath } from './paths.ts';

const form = /^(\/[A-Za-z0-9._~-]+)+$/;
const taken: readonly string[] = [landingPath, healthyPath, readyPath];

/** What is wrong with a path for the metrics, as the end of a sentence; undefined when nothing is. */
export function wrongTelemetryPath(path: string): string | undefined {
  if (taken.includes(path)) return `is taken by another page; taken are ${taken.join(', ')}`;
  if (form.test(path)) return undefined;
  return 'must begin with / and hold letters, digits, "-", ".", "_", "~" and single "/" only, for example /metrics';
}
