import type { ProcessState } from './catalogue/row-kinds.ts';
import type { SourceName } from './catalogue/source-names.ts';
import type { Clock } from './clock.ts';
import type { AgentEvent } from './events/event.ts';
import type { HealthRecorder } from './recorder/health-recorder.ts';

/** Where a source delivers. Owned by the monitor; never throws into the source. */
export interface SourceSink {
  /** Records one event and counts it for the source. A wrong event is refused and counted. */
  record(event: AgentEvent): void;
  /** Counts something the source could not understand. `reason` is one of a few words, never content. */
  parseError(reason: string): void;
}

/** The same for a source that knows which agents live. */
export interface LiveSourceSink extends SourceSink {
  /**
   * How many agents live right now; a whole number of at least 0. While some do and the source says
   * nothing, its silence is shown, and an alert watches it.
   */
  agentsLive(count: number): void;
  /** How many processes of a type its supervisor has in a state right now; a whole number of at least 0. */
  processesIn(processType: string, state: ProcessState, count: number): void;
}

/** The place where a source delivers to a monitor, which takes its events by `record`. */
export function createSourceSink(
  source: SourceName,
  health: HealthRecorder,
  clock: Clock,
  record: (event: AgentEvent) => void,
): LiveSourceSink {
  const count = health.sourceCounter(source);
  return {
    record: (event) => {
      count(event);
      record(event);
    },
    parseError: (reason) => health.parseError(source, reason),
    agentsLive: (agents) => health.agentsLive(source, agents, clock.now()),
    processesIn: (processType, state, processes) =>
      health.processesIn(processType, state, processes),
  };
}

/** That of a monitor that is off. */
export const offSourceSink: LiveSourceSink = {
  record: () => {},
  parseError: () => {},
  agentsLive: () => {},
  processesIn: () => {},
};
