import type { Target } from '../../e2e/support/dashboards.ts';
import type { Result } from '../../e2e/support/prometheus-server.ts';

/** What a query of a panel was answered. */
export interface Answer {
  readonly target: Target;
  readonly results: readonly Result[];
}
