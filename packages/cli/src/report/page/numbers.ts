import { humanNumber, type ReportedSignal, type Sampled, signals } from '@turnscope/core';

/** Stands where there is no number. */
export const none = '-';

const wholes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compacts = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const largestWhole = 99_999;
/** Beside another number there is less room. */
const largestSampled = 9_999;

/** `1,234`, `1.2M`. */
export function count(value: number, largest: number = largestWhole): string {
  return value <= largest ? wholes.format(value) : compacts.format(value);
}

/** `850`, `12.3K`, `1.2M`. */
export function amount(value: number): string {
  return compacts.format(value);
}

export function percent(value: number | null): string {
  return value === null ? none : humanNumber(value, 'ratio');
}

/** With two places, always. */
export function score(value: number | null): string {
  return value === null ? none : value.toFixed(2);
}

export function duration(seconds: number | null): string {
  return seconds === null ? none : humanNumber(seconds, 'seconds');
}

/** A value and in brackets what it was made from. */
export function sampled(
  { value, samples }: Sampled,
  show: (value: number | null) => string,
): string {
  return `${show(value)} (${count(samples, largestSampled)})`;
}

type Unit = Parameters<typeof humanNumber>[1];
const units: ReadonlyMap<string, Unit> = new Map(
  signals.map(({ name, metric }) => [name, metric.unit]),
);

/** A value of a signal in its unit. */
export function signalValue(signal: ReportedSignal, value: number): string {
  const unit = units.get(signal);
  if (signal === 'tokens_per_turn' || unit === undefined) return amount(value);
  return humanNumber(value, unit);
}

/** A signal's name in words. */
export function signalTitle(signal: string): string {
  return signal.replaceAll('_', ' ');
}
