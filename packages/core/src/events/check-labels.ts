import { type Checked, checkLabel } from './checks.ts';
import { isObject, notAnObject } from './parsed.ts';
import { EventRejection } from './rejection.ts';

/** No monitor without labels of the user's knows a name. */
export const noLabels: readonly string[] = [];

/** Values for labels with some of these names, or absent, which costs one comparison. */
export function checkLabels(path: string, value: unknown, names: readonly string[]): Checked {
  return value === undefined ? undefined : checkGiven(path, value, names);
}

function checkGiven(path: string, value: unknown, names: readonly string[]): Checked {
  if (!isObject(value)) return notAnObject(path, value);
  const labels = value as Readonly<Record<string, unknown>>;
  for (const name in labels) {
    if (!names.includes(name)) return unknownName(path, name, names);
    const wrong = checkLabel(path, labels[name]);
    if (wrong !== undefined) return checkLabel(`${path}.${name}`, labels[name]);
  }
  return undefined;
}

/** Whether a written state says rightly what something is attributed to: by labels of then. */
export function isAttribution(value: unknown): boolean {
  return (
    value === undefined ||
    (isObject(value) && checkGiven('', value, Object.keys(value)) === undefined)
  );
}

function unknownName(path: string, name: string, names: readonly string[]): EventRejection {
  const demand =
    names.length === 0
      ? 'must name no label, for the monitor has none'
      : `must name no other label than ${names.join(', ')}`;
  return new EventRejection('unknown_value', path, demand, name);
}
