import type { HistoryScript } from './recorded-history.ts';
import type { Team } from './work-script.ts';

const alone: Team = {
  processTypes: ['tactical'],
  models: ['opus'],
  failing: 0.04,
  seconds: 12,
  untold: 0,
};
const forgetful: Team = { ...alone, untold: 0.4 };
const pair: Team = { ...alone, processTypes: ['strategic', 'tactical'] };
const reviewed: Team = {
  ...alone,
  processTypes: ['tactical', 'tactical', 'reviewer', 'clerk'],
  turnsOnly: ['clerk'],
};
const slower: Team = { ...reviewed, models: ['opus', 'haiku'], failing: 0.25, seconds: 40 };

/** What is new in the middle: a process type, a model, the first failures, more rows than there is room for. */
const newcomers: HistoryScript = {
  name: 'new process types, models and outcomes',
  seed: 1,
  startedAt: Date.UTC(2026, 7, 3, 4),
  rowLimit: 12,
  phases: [
    { minutes: 65, eventsPerMinute: 3, team: { ...alone, failing: 0 } },
    { minutes: 35, eventsPerMinute: 4, team: reviewed, agentsLive: 2 },
    { minutes: 70, eventsPerMinute: 5, team: slower, jitter: 1, agentsLive: 3 },
  ],
};

/** Hours in which little or nothing happens, and nine in which the machine sleeps. */
const quiet: HistoryScript = {
  name: 'empty periods, a sleeping machine and sparse events',
  seed: 2,
  startedAt: Date.UTC(2026, 7, 4, 4),
  phases: [
    { minutes: 45, eventsPerMinute: 5, team: pair, jitter: 1, agentsLive: 1 },
    { minutes: 25, eventsPerMinute: 0, team: pair, jitter: 1, agentsLive: 1 },
    { minutes: 20, eventsPerMinute: 6, team: forgetful, jitter: 1 },
    { minutes: 540, eventsPerMinute: 0, team: pair, asleep: true },
    { minutes: 40, eventsPerMinute: 2, team: pair, jitter: 1, agentsLive: 1 },
    { minutes: 80, eventsPerMinute: 0.4, team: forgetful, jitter: 1 },
  ],
};

/** The agents are restarted often, and the exporter once, after which its counters begin at 0. */
const restarted: HistoryScript = {
  name: 'restarts of agents and of the exporter',
  seed: 3,
  startedAt: Date.UTC(2026, 7, 5, 4),
  phases: [
    { minutes: 70, eventsPerMinute: 5, team: { ...pair, untold: 0.3 }, jitter: 1 },
    { minutes: 2, eventsPerMinute: 0, team: pair, asleep: true },
    {
      minutes: 100,
      eventsPerMinute: 4,
      team: { ...pair, failing: 0.1, untold: 0.6 },
      newExporter: true,
      jitter: 1,
      agentsLive: 1,
    },
  ],
};

/** Two exporters on one day, scraped at the same times, with the user's own labels on their series. */
export const fleet: readonly HistoryScript[] = ['west', 'east'].map((host, at) => ({
  name: `a fleet, ${host}`,
  seed: 4 + at,
  startedAt: Date.UTC(2026, 7, 6, 4),
  host,
  projects: ['web', 'api'],
  phases: [
    { minutes: 60, eventsPerMinute: 4 + at, team: pair, agentsLive: 1 },
    { minutes: 40, eventsPerMinute: 3, team: at === 0 ? reviewed : slower, agentsLive: 1 },
  ],
}));

/** Histories on days of their own, one after the other. */
export const histories: readonly HistoryScript[] = [newcomers, quiet, restarted];
