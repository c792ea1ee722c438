import type { Unit } from '@turnscope/core';

/**
 * The units of the catalogue in UCUM. Translators to Prometheus append the words of a unit to a name that
 * lacks them, and `ratio` for `1`; what stands in braces adds nothing. So `1` is only for names that end in
 * `_ratio`, which is what the unit `ratio` means in the catalogue.
 */
const units: Readonly<Record<Unit, string>> = {
  seconds: 's',
  bytes: 'By',
  ratio: '1',
  tokens: '{token}',
  usd: '{USD}',
  none: '',
};

/** A unit of the catalogue as OpenTelemetry writes it; a plain count has none. */
export function ucumUnit(unit: Unit): string {
  return units[unit];
}
