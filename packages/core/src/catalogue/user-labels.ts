import { catalogue } from './catalogue.ts';

/** What a value becomes that the list of its label does not have, and what an absent one becomes. */
export const otherValue = 'other';

/** The user's own labels: for each name the values it may take beside `other`. */
export type UserLabels = Readonly<Record<string, readonly string[]>>;

/** Every series of an event may be there once for each combination of values, so there are few. */
export const mostUserLabels = 2;
export const mostUserLabelValues = 20;

const longestValue = 256;
const loneSurrogate = /\p{Surrogate}/u;

/** Labels that Prometheus gives, or that a metric is written with. */
const ofPrometheus: readonly string[] = ['le', 'quantile', 'job', 'instance', 'alertname'];

/** What is wrong with the name of a user's label, as the end of a sentence; undefined when nothing is. */
export function wrongLabelName(name: string): string | undefined {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
    return 'must be letters, digits and underscores, and not begin with a digit';
  }
  if (name.startsWith('__')) return 'must not begin with __, which Prometheus keeps for itself';
  if (ofPrometheus.includes(name)) return 'is a label of Prometheus; choose another name';
  if (catalogue.some(({ labels }) => labels.includes(name))) {
    return 'is a label of Turnscope; choose another name';
  }
  // An event that leaves such a label out would seem to have it.
  return name in {} ? 'is a name that every object has; choose another' : undefined;
}

/** What is wrong with a value of a user's label, as the end of a sentence; undefined when nothing is. */
export function wrongLabelValue(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  if (value === otherValue) return `must not be "${otherValue}", which is everything else`;
  if (value.length > longestValue) return `must have at most ${longestValue} characters`;
  return loneSurrogate.test(value) ? 'must not contain half a character' : undefined;
}

/** Throws a RangeError that names the label when names, values or their numbers make no sense. */
export function checkUserLabels(labels: UserLabels): void {
  const entries = Object.entries(labels);
  if (entries.length > mostUserLabels) {
    throw new RangeError(`labels must be at most ${mostUserLabels}, got ${entries.length}`);
  }
  for (const [name, values] of entries) {
    const wrong = wrongLabelName(name);
    if (wrong !== undefined) throw new RangeError(`labels.${name} ${wrong}`);
    checkValues(`labels.${name}`, values);
  }
}

function checkValues(path: string, values: readonly string[]): void {
  const count = Array.isArray(values) ? new Set(values).size : 0;
  if (count < 1 || count > mostUserLabelValues) {
    throw new RangeError(`${path} must be a list of 1 to ${mostUserLabelValues} values`);
  }
  for (const [at, value] of values.entries()) {
    const wrong = typeof value === 'string' ? wrongLabelValue(value) : 'must be a string';
    if (wrong !== undefined) throw new RangeError(`${path}[${at}] ${wrong}`);
  }
}
