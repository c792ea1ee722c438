import { countLadder, turnLadder } from '../ladders.ts';
import { counter, histogram } from '../metric.ts';
import { latencyZones } from '../thresholds.ts';

export const turnsTotal = counter({
  name: 'turnscope_turns_total',
  help: 'Turns that ended: a prompt and everything the agent did until it had answered.',
  rows: 'turn',
  labels: ['process_type', 'model', 'initiator', 'outcome'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const turnDuration = histogram({
  name: 'turnscope_turn_duration_seconds',
  unit: 'seconds',
  help: 'Wall time of turns from prompt to answer. Contains waiting for people and sleeping machines; over 6 h is discarded.',
  rows: 'turn',
  labels: ['process_type', 'model', 'outcome'],
  ladder: turnLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const turnActiveDuration = histogram({
  name: 'turnscope_turn_active_duration_seconds',
  unit: 'seconds',
  help: 'Time of turns without waiting for a person, where the source tells.',
  rows: 'turn',
  labels: ['process_type'],
  ladder: turnLadder,
  sources: ['transcripts', 'code'],
});

export const turnLatencyZone = counter({
  name: 'turnscope_turn_latency_zone_total',
  help: 'Successful turns by latency zone, from the thresholds in force when they were recorded.',
  rows: 'turn',
  labels: ['process_type', 'zone'],
  cellLabel: { name: 'zone', values: latencyZones },
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const turnResponses = histogram({
  name: 'turnscope_turn_responses',
  help: 'Responses of the model in a turn.',
  rows: 'turn',
  labels: ['process_type'],
  ladder: countLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});
