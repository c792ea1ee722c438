import { formatNumber } from './format-number.ts';

/**
 * A number in the one form that OpenMetrics allows for `le`, and that Prometheus makes of a bound in
 * protobuf: `1.0`, `0.25`, `1e+06`, `+Inf`. So a series is the same series in both formats.
 */
export function canonicalFloat(value: number): string {
  if (!Number.isFinite(value) || value === 0) return value === 0 ? '0.0' : formatNumber(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 6) return `${digits}e${power < 0 ? '-' : '+'}${twoDigits(power)}`;
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function twoDigits(power: number): string {
  return String(Math.abs(power)).padStart(2, '0');
}
