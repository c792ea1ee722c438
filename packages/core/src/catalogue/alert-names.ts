/** The alerts, those that Prometheus alone can see last. */
export const alertNames = [
  'TurnscopeSlowResponses',
  'TurnscopeSlowTurns',
  'TurnscopeLowCompletion',
  'TurnscopeLowEfficiency',
  'TurnscopeResponseErrors',
  'TurnscopePoorCompression',
  'TurnscopeSlowCompaction',
  'TurnscopeCompactionThrash',
  'TurnscopeFrequentRestarts',
  'TurnscopeFailingRestarts',
  'TurnscopeRowsOverflowing',
  'TurnscopeSourceSilent',
  'TurnscopeDown',
  'TurnscopeNotEvaluating',
] as const;

export type AlertName = (typeof alertNames)[number];
