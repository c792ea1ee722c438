import { MappingType, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import type { StateWord } from '../plan/panel-plan.ts';

/** Shows words in their colours instead of the values that stand for them. */
export function stateMappings(states: readonly StateWord[]): ValueMapping[] {
  if (states.length === 0) return [];
  const options = Object.fromEntries(
    states.map(({ value, word, color }, index) => [String(value), { text: word, color, index }]),
  );
  return [{ type: MappingType.ValueToText, options }];
}
