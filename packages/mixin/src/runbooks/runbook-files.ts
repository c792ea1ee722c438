import type { Thresholds } from '@turnscope/core';
import { type AlertRule, alertRulesOf, type RuleGroup } from '../rules/rule.ts';
import { bodyOf, emptyBody, framedBody } from './body.ts';
import { frame } from './frame.ts';
import { writtenBodies } from './written-bodies.ts';

/** Where the runbook of an alert stands. */
export function runbookPath(alert: string): string {
  return `docs/runbooks/${alert}.md`;
}

export interface RunbookOptions {
  readonly thresholds: Thresholds;
  /** The text of a file that is there already, by its path: what was written in it by hand is kept. */
  readonly existing: (path: string) => string | undefined;
}

/**
 * A runbook for each alert that these groups have rules of, as text by path. One that is not there yet gets the body
 * that Turnscope brings. Throws a RangeError that names the file where it cannot be told what in it is to be kept.
 */
export function runbookFiles(
  groups: readonly RuleGroup[],
  { thresholds, existing }: RunbookOptions,
): Readonly<Record<string, string>> {
  const byAlert = new Map<string, [AlertRule, ...AlertRule[]]>();
  for (const rule of alertRulesOf(groups)) {
    const known = byAlert.get(rule.alert);
    if (known) known.push(rule);
    else byAlert.set(rule.alert, [rule]);
  }
  const pages = [...byAlert].map(([name, rules]) => {
    const path = runbookPath(name);
    const body = keptBody(path, existing(path)) ?? writtenBodies[name] ?? emptyBody;
    return [path, `${frame(rules, thresholds)}\n\n${framedBody(body)}`];
  });
  return Object.fromEntries(pages);
}

function keptBody(path: string, page: string | undefined): string | undefined {
  if (page === undefined) return undefined;
  try {
    return bodyOf(page);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RangeError(`${path} ${cause.message}`, { cause });
  }
}
