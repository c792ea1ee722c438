import type { EventLabels } from '../events/event.ts';

/** A value that a histogram took. */
export interface Observation {
  /** Name of the histogram in the catalogue. */
  readonly metric: string;
  /** Labels of the series that shows it, by name. The same object for as long as the monitor lives. */
  readonly labels: EventLabels;
  readonly value: number;
}
