import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { profiles } from '@turnscope/core';
import { ClaudeCodeWorkers, type PerformanceAlert, type WorkersOptions } from '../../src/index.ts';
import { agentEnvironment } from '../support/agent-environment.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

/** The facade over stand-ins. */
function createWorkers(options: WorkersOptions = {}, startup = ''): ClaudeCodeWorkers {
  return new ClaudeCodeWorkers({
    ...options,
    manager: {
      command: process.execPath,
      args: [standIn],
      environment: agentEnvironment(stage.folder(), startup),
      backOff: { firstDelayMs: 1 },
      graceMs: 300,
      healthIntervalMs: 0,
      ...options.manager,
    },
  });
}

const exchange = { conversationId: 'c', responseTimeMs: 1_500, turnNumber: 3 };
const compression = {
  compressionId: 'c',
  originalSize: 10_000,
  compressedSize: 3_000,
  compressionTimeMs: 400,
};

describe('an exchange', () => {
  it('is answered with every default, and recorded', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    expect(workers.recordConversationExchange(exchange)).toEqual({
      ...exchange,
      tokensUsed: 0,
      contextSize: 0,
      processType: 'unknown',
      success: true,
      errorDetails: undefined,
      timestamp: clock.now(),
    });
    clock.advance(1);
    const metrics = workers.getPerformanceMetrics();
    expect(metrics).toMatchObject({
      performanceMonitoringEnabled: true,
      processTypes: [
        {
          processType: 'unknown',
          turns: { success: 1, error: 0, interrupted: 0 },
          responses: { success: 1, error: 0, interrupted: 0 },
          tokens: { output: 0 },
        },
      ],
    });
  });

  it('that failed counts as an error, and its tokens count', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    const failed = { success: false, errorDetails: 'why', tokensUsed: 70, processType: 'tactical' };
    expect(workers.recordConversationExchange({ ...exchange, ...failed })).toMatchObject(failed);
    clock.advance(1);
    const metrics = workers.getPerformanceMetrics();
    expect(metrics).toMatchObject({
      processTypes: [{ turns: { success: 0, error: 1 }, tokens: { output: 70 } }],
    });
    expect(JSON.stringify(metrics)).not.toContain('why');
  });
});

describe('a compression', () => {
  it('is answered with its ratio, and recorded', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    expect(workers.recordCompressionEvent(compression)).toEqual({
      ...compression,
      criticalInfoPreserved: true,
      compressionRatio: 0.3,
      timestamp: clock.now(),
    });
    expect(workers.getPerformanceMetrics()).toMatchObject({
      compactions: [
        {
          tokensBefore: 10_000,
          tokensAfter: 3_000,
          ratio: 0.3,
          durationSeconds: 0.4,
          preserved: true,
        },
      ],
    });
  });

  it('of nothing has no ratio', () => {
    const empty = { ...compression, originalSize: 0, compressedSize: 0 };
    expect(createWorkers().recordCompressionEvent(empty).compressionRatio).toBeNull();
  });
});

describe('performance metrics', () => {
  it('are of the last hour, or of the minutes asked for', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    clock.advance(7_200);
    const now = clock.now();
    expect(workers.getPerformanceMetrics()).toMatchObject({
      window: { from: now - 3_600_000, to: now },
    });
    expect(workers.getPerformanceMetrics(5)).toMatchObject({ window: { from: now - 300_000 } });
  });

  it('say how the processes are where nothing is measured', async () => {
    const workers = createWorkers({ enablePerformanceMonitoring: false, maxWorkers: 2 });
    workers.recordConversationExchange(exchange);
    expect(await workers.startAllProcesses()).toBe(true);
    await workers.healthCheckAll();
    expect(workers.getPerformanceMetrics()).toEqual({
      performanceMonitoringEnabled: false,
      totalProcesses: 2,
      healthyProcesses: 2,
      failedProcesses: 0,
      meanStartupSeconds: expect.any(Number),
      meanHealthCheckSeconds: expect.any(Number),
      restarts: 0,
      failures: 0,
      processes: {
        'strategic-1': expect.objectContaining({ state: 'ready' }),
        'tactical-1': expect.objectContaining({ state: 'ready' }),
      },
    });
    await workers.shutdown();
  });

  it('are measured against the profile chat, and against the numbers that are given beside it', () => {
    expect(createWorkers().manager.monitor.thresholds.for('tactical')).toEqual(
      profiles.chat.tactical,
    );
    const limits = { warning: 7, critical: 8 };
    const workers = createWorkers({
      monitoringThresholds: { tactical: { response_duration: limits } },
    });
    const thresholds = workers.manager.monitor.thresholds.for('tactical');
    expect(thresholds).toEqual({ ...profiles.chat.tactical, response_duration: limits });
  });
});

describe('a callback', () => {
  it('hears of a breach at once, until it is taken back', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    const heard: PerformanceAlert[] = [];
    const end = workers.configureAlertCallback((alert) => heard.push(alert));
    const slow = { ...exchange, processType: 'tactical', responseTimeMs: 6_000 };
    workers.recordConversationExchange(slow);
    end();
    workers.recordConversationExchange(slow);
    const breach = {
      severity: 'critical',
      threshold: 5,
      actualValue: 6,
      timestamp: clock.now(),
      resolved: true,
    };
    expect(heard).toEqual([
      expect.objectContaining({ ...breach, metric: 'turn_duration' }),
      expect.objectContaining({ ...breach, metric: 'response_duration' }),
    ]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
    expect(heard[1]?.message).toBe(
      'response_duration of tactical was 6, beyond its critical limit of 5',
    );
  });

  it('hears of an alert that fires, which is active until it has resolved', () => {
    const clock = createFakeClock();
    const workers = createWorkers({ clock });
    const heard: PerformanceAlert[] = [];
    workers.configureAlertCallback((alert) => heard.push(alert));
    const { monitor } = workers.manager;
    monitor.evaluate();
    for (let restart = 0; restart < 12; restart += 1) {
      const at = clock.now();
      monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome: 'success', at });
    }
    const pass = (seconds: number) => {
      for (let passed = 0; passed < seconds; passed += 15) {
        clock.advance(15);
        monitor.evaluate();
      }
    };
    pass(600);
    const critical = {
      severity: 'critical',
      metric: 'restarts_1h',
      threshold: 9.5,
      actualValue: 12,
    };
    const active = workers.getActivePerformanceAlerts();
    expect(active).toContainEqual(expect.objectContaining({ ...critical, resolved: false }));
    expect(heard.map(({ id }) => id)).toEqual(expect.arrayContaining(active.map(({ id }) => id)));
    pass(7_200);
    expect(workers.getActivePerformanceAlerts()).toEqual([]);
    const resolved = heard.filter((alert) => alert.resolved).map(({ id }) => id);
    expect(resolved.sort()).toEqual(active.map(({ id }) => id).sort());
  });
});

describe('exported metrics', () => {
  it('are the metrics and the active alerts as JSON, in place of an older file', async () => {
    const workers = createWorkers({ clock: createFakeClock() });
    const path = join(stage.folder(), 'metrics.json');
    workers.recordConversationExchange(exchange);
    await workers.exportMetricsToFile(path);
    await workers.exportMetricsToFile(path);
    const written = JSON.parse(await readFile(path, 'utf8'));
    expect(written).toMatchObject({
      metrics: { version: 1, performanceMonitoringEnabled: true },
      alerts: [],
    });
    expect(await readdir(stage.folder())).toEqual(['metrics.json']);
  });

  it('leave nothing behind when they cannot be written', async () => {
    const path = join(stage.folder(), 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    await expect(createWorkers().exportMetricsToFile(path)).rejects.toMatchObject({
      code: expect.stringMatching(/EISDIR|ENOTEMPTY/),
    });
    expect(await readdir(stage.folder())).toEqual(['taken']);
  });
});

describe('the processes', () => {
  it('are one strategic and four tactical ones, started and ended together', async () => {
    const workers = createWorkers();
    expect(workers.isRunning()).toBe(false);
    expect(workers.getAvailableTacticalProcess()).toBeUndefined();
    expect(await workers.startAllProcesses()).toBe(true);
    expect(workers.isRunning()).toBe(true);
    expect(workers.getProcessCountByType()).toEqual({ strategic: 1, tactical: 4 });
    expect(workers.getStrategicProcess()?.id).toBe('strategic-1');
    const tactical = workers.getTacticalProcesses().map(({ id }) => id);
    expect(tactical).toEqual(['tactical-1', 'tactical-2', 'tactical-3', 'tactical-4']);
    expect(await workers.healthCheckAll()).toEqual(
      Object.fromEntries(['strategic-1', ...tactical].map((id) => [id, true])),
    );
    await workers.manager.send('#1', { process: 'tactical-1' });
    expect(workers.getAvailableTacticalProcess()?.id).toBe('tactical-2');
    await workers.shutdown(1);
    expect(workers.isRunning()).toBe(false);
    expect(stage.left()).toEqual([]);
  });

  it('are not all started when none can be, which is no error', async () => {
    const workers = createWorkers({ maxWorkers: 1, manager: { startupTimeoutMs: 1_000 } }, 'crash');
    expect(await workers.startAllProcesses()).toBe(false);
  });

  it('that were given up are restarted when that is asked for', async () => {
    const workers = createWorkers({ maxWorkers: 1, manager: { restarts: { restarts: 0 } } });
    await workers.startAllProcesses();
    await workers.manager.send('#1 crash').catch(() => {});
    expect(workers.getStrategicProcess()?.state).toBe('failed');
    expect(await workers.healthCheckAll()).toEqual({ 'strategic-1': false });
    expect(await workers.restartFailedProcesses()).toBe(1);
    expect(workers.getStrategicProcess()?.state).toBe('ready');
    await workers.shutdown();
  });

  it.each([0, 1.5, Number.NaN])('are not %d', (maxWorkers) => {
    expect(() => new ClaudeCodeWorkers({ maxWorkers })).toThrow(RangeError);
  });
});
