/** A value as Grafana would write it in a unit. */
export function format(value, unit, decimals) {
  if (unit === 'percentunit') return `${trimmed(value * 100)} %`;
  if (unit === 's') return seconds(value);
  if (unit === 'currencyUSD') return `$${value >= 100 ? short(value) : value.toFixed(2)}`;
  if (decimals !== undefined) return value.toFixed(decimals);
  return short(value);
}

function seconds(value) {
  if (value >= 3600) return `${trimmed(value / 3600)} h`;
  if (value >= 60) return `${trimmed(value / 60)} min`;
  if (value >= 1 || value === 0) return `${trimmed(value)} s`;
  return `${trimmed(value * 1000)} ms`;
}

function short(value) {
  const [size, suffix] = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ].find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return trimmed(value / size) + suffix;
}

function trimmed(value) {
  return String(Number(value.toPrecision(Math.abs(value) >= 100 ? 3 : 2)));
}
