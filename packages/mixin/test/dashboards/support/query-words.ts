/** What a query selects and groups by. */
export interface QueryWords {
  readonly selectors: readonly { readonly metric: string; readonly labels: readonly string[] }[];
  /** Labels after `by` and `on`. */
  readonly groups: readonly string[];
  /** What is left when functions, numbers and operators are taken away: names without braces. */
  readonly bare: readonly string[];
}

const functions =
  /\b(sum|min|max|count|topk|rate|increase|histogram_quantile|time|vector|last_over_time|by|on|and|or|offset)\b/g;

/** Takes a query of ours apart. It knows only the words that our queries use, so a new one shows up as `bare`. */
export function wordsOf(expression: string): QueryWords {
  const selectors = [...expression.matchAll(/([A-Za-z_:][\w:]*)\{([^}]*)\}/g)].map(
    ([, metric = '', matchers = '']) => ({
      metric,
      labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = '']) => label),
    }),
  );
  const groups = [...expression.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, labels = '']) =>
    labels.split(', '),
  );
  const rest = expression
    .replaceAll(/[A-Za-z_:][\w:]*\{[^}]*\}/g, ' ')
    .replaceAll(/\b(?:by|on) \([^)]*\)/g, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/\boffset \w+/g, ' ')
    .replaceAll(functions, ' ');
  return { selectors, groups, bare: rest.match(/[A-Za-z_]\w*/g) ?? [] };
}
