import type { Attribution } from './file-attribution.ts';

/** What is said of a response wherever it is counted. */
export interface ResponseLabels extends Attribution {
  readonly processType: string;
  readonly model: string | undefined;
}
