import type { SignalAlert } from '../catalogue/alert.ts';
import type { Unit } from '../catalogue/metric.ts';

/** What is filled into the sentences of an alert. */
interface Filling {
  readonly processType: string;
  readonly value: number;
  readonly limit: number;
  /** As people write it: `1h`. */
  readonly window: string;
}

/** The sentences of an alert with its numbers in them, in units that people read. */
export function alertWords(
  alert: SignalAlert,
  { processType, value, limit, window }: Filling,
): { readonly summary: string; readonly description: string } {
  const { unit } = alert.signal.metric;
  const words: ReadonlyMap<string, string> = new Map([
    ['of', processType],
    ['value', humanNumber(value, unit)],
    ['limit', humanNumber(limit, unit)],
    ['window', window],
  ]);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => words.get(name) ?? whole);
  return { summary: fill(alert.summary), description: fill(alert.description) };
}

/** A number for people: seconds as `1m 30s`, ratios in percent, counts whole, scores with two places. */
export function humanNumber(value: number, unit: Unit): string {
  if (unit === 'seconds') return humanSeconds(value);
  if (unit === 'ratio') return `${trimmed(value * 100, 1)} %`;
  return trimmed(value, 2);
}

function humanSeconds(seconds: number): string {
  if (seconds < 60) return `${trimmed(seconds, 1)}s`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'm'],
    [whole % 60, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}

function trimmed(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}
