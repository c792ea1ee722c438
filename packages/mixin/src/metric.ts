import { catalogue, type MetricDefinition } from '@turnscope/core';

const byName = new Map(catalogue.map((definition) => [definition.name, definition]));

/**
 * The metric of the catalogue with this name, without `turnscope_` in front. Throws a RangeError for
 * a name that is not there, so that nothing generated can ask for what nobody exposes.
 */
export function metric(name: string): MetricDefinition {
  const found = byName.get(`turnscope_${name}`);
  if (found === undefined) throw new RangeError(`no metric turnscope_${name} in the catalogue`);
  return found;
}
