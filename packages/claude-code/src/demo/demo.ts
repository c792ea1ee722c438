import type { Clock } from '@turnscope/core';
import { strategicProfile, tacticalProfile } from './agent-profile.ts';
import { appendLines } from './append-lines.ts';
import { createLedger, type DemoLedger } from './ledger.ts';
import { playAgent } from './play/agent.ts';
import { createPseudoRandom } from './random/pseudo-random.ts';
import { createSchedule, type Schedule } from './schedule.ts';

export interface DemoOptions {
  /** The transcripts folder, as `~/.claude/projects` is one; made when missing. The caller's, and best its own and empty. */
  readonly folder: string;
  readonly clock: Clock;
  /** Any whole number. The same seed and start time give the same files, byte for byte. */
  readonly seed: number;
  /** How many agents play: by default one strategic and four tactical. */
  readonly agents?: { readonly strategic: number; readonly tactical: number };
  /** How long the agents have been at work when the first line is written; default 600. */
  readonly historySeconds?: number;
}

/** Agents at work, as they would show in Claude Code's transcripts: imaginary, and saying so. */
export interface Demo {
  /**
   * Appends every line that is due by the clock and tells how many there were. How often it is
   * called changes nothing in the files. The first call sets the start time and writes the history.
   * A call while another is at work waits for it. After `close` it writes nothing.
   *
   * @throws what the file system throws; the demo is then best closed, for lines may be missing.
   */
  advance(): Promise<number>;
  /** What the agents have done so far, by their own account: a truth that no reader of files is part of. */
  ledger(): DemoLedger;
  /** Waits for the line being written and stops. The files stay: they and the folder are the caller's. */
  close(): Promise<void>;
}

/**
 * A demo that plays while `advance` is called. Nothing happens before. It writes 3 to 5 MB an hour.
 *
 * @example
 * const demo = createDemo({ folder, clock: systemClock, seed: 1 });
 * await demo.advance(); // and again, four times a second
 */
export function createDemo(options: DemoOptions): Demo {
  const { clock } = options;
  const ledger = createLedger();
  let schedule: Schedule | undefined;
  let closed = false;
  let working: Promise<unknown> = Promise.resolve();

  async function writeDue(): Promise<number> {
    if (closed) return 0;
    const now = clock.now();
    schedule ??= createSchedule(castAgents(options, now));
    let lines = 0;
    await appendLines(schedule.takeDue(now), (line) => {
      lines += 1;
      for (const note of line.notes) ledger.note(line.processType, note);
    });
    return lines;
  }

  return {
    advance() {
      const result = working.then(writeDue);
      working = result.catch(() => undefined);
      return result;
    },
    ledger: () => ledger.copy(),
    async close() {
      closed = true;
      await working;
    },
  };
}

/** Where nobody asks for another cast. */
const defaultAgents = { strategic: 1, tactical: 4 } as const;
const defaultHistorySeconds = 600;

/** Agents begin a little apart, or they would all speak in one breath. */
const agentsApartMs = 700;

function castAgents(options: DemoOptions, now: number) {
  const { folder, seed, agents = defaultAgents } = options;
  const historySeconds = options.historySeconds ?? defaultHistorySeconds;
  const startedAt = Math.round(now - historySeconds * 1_000);
  const roles = [
    ...Array.from({ length: agents.strategic }, () => strategicProfile),
    ...Array.from({ length: agents.tactical }, () => tacticalProfile),
  ];
  return roles.map((profile, index) => {
    const random = createPseudoRandom(seed, startedAt, index);
    return playAgent({ folder, profile, random, at: startedAt + index * agentsApartMs });
  });
}
