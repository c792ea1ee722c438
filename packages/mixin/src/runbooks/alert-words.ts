import type { AlertDefinition } from '@turnscope/core';
import type { AlertRule } from '../rules/rule.ts';

/** The sentences of an alert with words in the place of its numbers, for somebody who reads about it in general. */
export interface AlertWords {
  readonly summary: string;
  readonly description: string;
}

/** From the definition, where core has one. */
export function wordsOfDefinition(alert: AlertDefinition): AlertWords {
  const places: Readonly<Record<string, string>> = {
    of: '*process type*',
    value: '*value*',
    limit: '*limit*',
    window: alert.scope === 'both' ? alert.window : '',
  };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
  return { summary: fill(alert.summary), description: fill(alert.description) };
}

/** From a rule: what its templates would be filled with is named after the label, or `value`. */
export function wordsOfRule({ annotations }: AlertRule): AlertWords {
  const { summary = '', description = '' } = annotations;
  return { summary: plain(summary), description: plain(description) };
}

function plain(template: string): string {
  return template.replace(/\{\{.*?\}\}/g, (action) => {
    const [, label = 'value'] = /\$labels\.(\w+)/.exec(action) ?? [];
    return `*${label.replaceAll('_', ' ')}*`;
  });
}
