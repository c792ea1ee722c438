import type { Rule, RuleGroup } from './promtool-tests.ts';

/** Rules in which one number is another, as somebody might have typed it wrongly. */
export interface Mutant {
  readonly what: string;
  readonly groups: readonly RuleGroup[];
}

/**
 * For each rule of an alert, of those with several windows of the one: each number that something is compared with is
 * more lenient by an eighth, a count by one; each time is another.
 */
export function mutantsOf(
  groups: readonly RuleGroup[],
  alert: string,
  window: string | undefined,
): readonly Mutant[] {
  return groups.flatMap((group) =>
    group.rules.flatMap((rule, at) => {
      if (rule.alert !== alert || rule.labels?.['long_window'] !== window) return [];
      return changesOf(rule).map(({ what, rule: changed }) => ({
        what: `${rule.labels?.['severity']}: ${what}`,
        groups: [{ ...group, rules: group.rules.with(at, changed) }],
      }));
    }),
  );
}

function changesOf(rule: Rule): readonly { readonly what: string; readonly rule: Rule }[] {
  const compared = [...rule.expr.matchAll(/(<=|>=|>) ([\d.]+)/g)];
  const lenient = compared.map((match) => {
    const [found, operator = '', limit = ''] = match;
    const other = moreLenient(operator, Number(limit));
    const end = match.index + found.length;
    const expr = `${rule.expr.slice(0, match.index)}${operator} ${other}${rule.expr.slice(end)}`;
    return { what: `${found} is ${operator} ${other}`, rule: { ...rule, expr } };
  });
  const times = (['for', 'keep_firing_for'] as const).flatMap((name) =>
    rule[name] === undefined ? [] : [{ what: `${name} is 7h`, rule: { ...rule, [name]: '7h' } }],
  );
  const eager = { what: 'for is 0s', rule: { ...rule, for: '0s' } };
  return [...lenient, ...times, eager];
}

function moreLenient(operator: string, limit: number): number {
  if (operator === '>=' && Number.isInteger(limit)) return limit - 1;
  if (operator === '>' && limit % 1 === 0.5) return limit - 1;
  return limit * (operator === '<=' ? 1.125 : 0.875);
}
