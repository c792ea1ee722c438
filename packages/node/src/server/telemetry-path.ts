import { takenPaths } from './paths.ts';

const form = /^(\/[A-Za-z0-9._~-]+)+$/;

/** What is wrong with a path for the metrics, as the end of a sentence; undefined when nothing is. */
export function wrongTelemetryPath(path: string): string | undefined {
  if (takenPaths.includes(path)) {
    return `is taken by another page; taken are ${takenPaths.join(', ')}`;
  }
  if (form.test(path)) return undefined;
  return 'must begin with / and hold letters, digits, "-", ".", "_", "~" and single "/" only, for example /metrics';
}
