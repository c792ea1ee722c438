import { humanNumber, type SignalAlert, type ThresholdSet, type Thresholds } from '@turnscope/core';
import { thresholdClasses } from '../promql/by-process-type.ts';

/** The sentences of an alert as templates of Prometheus: the value of the moment in units that people read. */
export function alertText(
  alert: SignalAlert,
  limitOf: (limits: ThresholdSet) => number | undefined,
  thresholds: Thresholds,
): { readonly summary: string; readonly description: string } {
  const { unit } = alert.signal.metric;
  return fillTemplates(alert, {
    of: '{{ $labels.process_type }}',
    window: alert.window,
    value: valueTemplate(alert),
    limit: limitTemplate(thresholds, (limits) => humanNumber(limitOf(limits) ?? Number.NaN, unit)),
  });
}

/** Puts templates into the places of the sentences. Throws a RangeError for a place that nothing is known of. */
export function fillTemplates(
  { summary, description }: { readonly summary: string; readonly description: string },
  templates: Readonly<Record<string, string>>,
): { readonly summary: string; readonly description: string } {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const template = templates[name];
      if (template === undefined) throw new RangeError(`nothing is known of {${name}} in: ${text}`);
      return template;
    });
  return { summary: fill(summary), description: fill(description) };
}

/** Counts have no digits behind the point, although `increase` gives them some; scores have two. */
function valueTemplate({ signal }: SignalAlert): string {
  const { unit } = signal.metric;
  if (unit === 'seconds') return '{{ $value | humanizeDuration }}';
  if (unit === 'ratio') return '{{ $value | humanizePercentage }}';
  const isCount = signal.value.kind === 'increase';
  return `{{ $value | printf "${isCount ? '%.0f' : '%.2f'}" }}`;
}

/** A text that depends on the limits of the alert's process type. */
function limitTemplate(thresholds: Thresholds, textOf: (limits: ThresholdSet) => string): string {
  const classes = thresholdClasses(thresholds, textOf);
  const texts = classes.map(({ processTypes, limits }) => ({ processTypes, text: textOf(limits) }));
  const choices = texts.flatMap(({ processTypes, text }) =>
    processTypes === undefined
      ? []
      : [`if eq $labels.process_type ${quoted(processTypes)} }}${text}`],
  );
  const others = texts.at(-1)?.text ?? '';
  if (choices.length === 0) return others;
  return `{{ ${choices.join('{{ else ')}{{ else }}${others}{{ end }}`;
}

/** Strings of Go, which reads every escape of JSON. */
function quoted(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(' ');
}
