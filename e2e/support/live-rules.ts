import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** How much faster than in the file rules wait before they fire, and alerts of Turnscope live. */
export const hurry = 100;

/** A scrape that comes late on a busy machine is no outage. */
const leastSeconds = 5;

/**
 * Rules as they were generated, except that all are evaluated each second, that what they wait for is a hundredth and five
 * seconds at least, and that nothing goes on firing when it is over. Expressions, windows and labels stay.
 */
export function hurried(rules: string): string {
  const document = parseDocument(rules);
  visit(document, {
    Pair(_key, pair) {
      if (!isScalar(pair.key) || !isScalar(pair.value)) return undefined;
      if (pair.key.value === 'for') pair.value.value = shortened(String(pair.value.value));
      return pair.key.value === 'keep_firing_for' ? visit.REMOVE : undefined;
    },
    Map(_key, map) {
      if (isMap(map) && map.has('interval')) map.set('interval', '1s');
    },
  });
  return document.toString({ lineWidth: 0 });
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

function shortened(duration: string): string {
  const seconds = [...duration.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? Number.NaN),
    0,
  );
  return `${Math.max(leastSeconds, Math.ceil(seconds / hurry))}s`;
}
