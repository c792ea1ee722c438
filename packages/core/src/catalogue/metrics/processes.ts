import { startupLadder } from '../ladders.ts';
import { counter, gauge, histogram } from '../metric.ts';

export const processStarts = counter({
  name: 'turnscope_process_starts_total',
  help: 'Processes that started: fresh, by a resume of a person, or by a supervisor.',
  rows: 'process_start',
  labels: ['process_type', 'kind'],
  sources: ['transcripts', 'processes', 'code'],
});

export const processStartupDuration = histogram({
  name: 'turnscope_process_startup_duration_seconds',
  unit: 'seconds',
  help: 'Time from starting a process until it was ready.',
  rows: 'process_start',
  labels: ['process_type'],
  ladder: startupLadder,
  sources: ['processes', 'code'],
});

export const processExits = counter({
  name: 'turnscope_process_exits_total',
  help: 'Processes that ended, by reason.',
  rows: 'process_exit',
  labels: ['process_type', 'reason'],
  sources: ['processes', 'code'],
});

export const restartsTotal = counter({
  name: 'turnscope_restarts_total',
  help: 'Restarts of processes by a supervisor; a resume by a person is none.',
  rows: 'restart',
  labels: ['process_type', 'reason', 'outcome'],
  sources: ['processes', 'code'],
});

export const processes = gauge({
  name: 'turnscope_processes',
  help: 'Processes of a supervisor by state.',
  rows: 'process_state',
  labels: ['process_type', 'state'],
  sources: ['processes'],
});
