export type { BackEnd, BackEndReader, Deviation } from './back-end.ts';
export { checkScenario, type Verdict } from './check-scenario.ts';
export { differences } from './differences.ts';
export type { Moment } from './moment.ts';
export type {
  ReadFamilies,
  ReadFamily,
  ReadHistogram,
  ReadNumber,
  ReadSeries,
} from './read-families.ts';
export { readCollection } from './reference.ts';
export { createStage, type Scenario, type Stage, type Step } from './scenario.ts';
export { scenarios } from './scenarios/scenarios.ts';
export { parseOpenMetrics, parseText } from './text/parse-text.ts';
