import { type Expression, increase } from './expression.ts';
import { compactionsTotal } from './metrics/compactions.ts';
import { restartsTotal } from './metrics/processes.ts';
import { responsesTotal, tokensTotal } from './metrics/responses.ts';
import { thresholdBreaches } from './metrics/thresholds.ts';
import { turnsTotal } from './metrics/turns.ts';
import { breachMetrics } from './row-kinds.ts';
import { severities } from './thresholds.ts';

/** What a report counts beside the signals. */
export const counts = {
  turnsSuccess: increase(turnsTotal, { outcome: ['success'] }),
  turnsError: increase(turnsTotal, { outcome: ['error'] }),
  turnsInterrupted: increase(turnsTotal, { outcome: ['interrupted'] }),
  responsesSuccess: increase(responsesTotal, { outcome: ['success'] }),
  responsesError: increase(responsesTotal, { outcome: ['error'] }),
  responsesInterrupted: increase(responsesTotal, { outcome: ['interrupted'] }),
  tokensInput: increase(tokensTotal, { type: ['input'] }),
  tokensOutput: increase(tokensTotal, { type: ['output'] }),
  tokensCacheRead: increase(tokensTotal, { type: ['cache_read'] }),
  tokensCacheCreation: increase(tokensTotal, { type: ['cache_creation'] }),
  compactions: increase(compactionsTotal),
  restarts: increase(restartsTotal),
  restartsSucceeded: increase(restartsTotal, { outcome: ['success'] }),
} as const satisfies Readonly<Record<string, Expression>>;

/** Single events beyond a threshold, by what they went beyond. */
export const breachCounts = breachMetrics.flatMap((metric) =>
  severities.map((severity) => ({
    metric,
    severity,
    count: increase(thresholdBreaches, { metric: [metric], severity: [severity] }),
  })),
);
