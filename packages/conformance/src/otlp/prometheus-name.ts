const words: Readonly<Record<string, string>> = {
  ...{ d: 'days', h: 'hours', min: 'minutes', s: 'seconds', ms: 'milliseconds' },
  ...{ us: 'microseconds', ns: 'nanoseconds' },
  ...{ By: 'bytes', KiBy: 'kibibytes', MiBy: 'mebibytes', GiBy: 'gibibytes', TiBy: 'tibibytes' },
  ...{ KBy: 'kilobytes', MBy: 'megabytes', GBy: 'gigabytes', TBy: 'terabytes' },
  ...{ m: 'meters', V: 'volts', A: 'amperes', J: 'joules', W: 'watts', g: 'grams' },
  ...{ Cel: 'celsius', Hz: 'hertz', '%': 'percent', '1': '' },
};

const per: Readonly<Record<string, string>> = {
  ...{ s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' },
};

/**
 * The name that the OTLP receivers of Prometheus and of the Collector make, by the rules of the OpenTelemetry
 * specification (compatibility/prometheus_and_openmetrics.md): words of the unit that the name lacks, what
 * stands in braces dropped, `_total` last for counters, `_ratio` for gauges of the unit 1.
 */
export function prometheusName(metric: {
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
}): string {
  const { name, kind, unit } = metric;
  let parts = name.split(/[^a-zA-Z0-9:]+/).filter((part) => part !== '');
  const putLast = (word: string) => {
    parts = [...parts.filter((part) => part !== word), word];
  };
  const [whole = '', each] = unit.split(/\/(.*)/s, 2).map((part) => part.trim());
  const many = wordOf(whole, words);
  const single = each === undefined ? '' : wordOf(each, per);
  if (many !== '' && !parts.includes(many)) parts.push(many);
  if (single !== '' && !parts.includes(single)) parts.push('per', single);
  if (kind === 'counter') putLast('total');
  if (kind === 'gauge' && unit === '1') putLast('ratio');
  const made = parts.join('_');
  return /^[0-9]/.test(made) ? `_${made}` : made;
}

/** A unit that is not known stands for itself. */
function wordOf(unit: string, known: Readonly<Record<string, string>>): string {
  if (/[{}]/.test(unit)) return '';
  const word = known[unit] ?? unit;
  return word.replace(/[^a-zA-Z0-9]+/g, '_').replace(/^_+|_+$/g, '');
}
