import { describe, expect, it } from '@jest/globals';
import type { AlertRule } from '../../src/rules/rule.ts';
import { frame } from '../../src/runbooks/frame.ts';
import { optionsWith } from '../support/mixin-options.ts';

const { thresholds } = optionsWith();

function rule(alert: string, labels: Readonly<Record<string, string>>, expr = 'x > 1'): AlertRule {
  return {
    alert,
    expr,
    for: '5m',
    labels,
    annotations: {
      summary: 'Turns of {{ $labels.process_type }} agents fail.',
      description: '{{ $value | humanizePercentage }} of them | over 1h.',
      dashboard_url: 'https://grafana.example/d/turns?var-job={{ $labels.job | urlquery }}',
    },
  };
}

describe('frame', () => {
  it('tells of an alert of core what its definition says', () => {
    const name = 'TurnscopeLowCompletion';
    const page = frame([rule(name, { severity: 'critical' })], thresholds);
    expect(page).toContain(`\n# ${name}\n\nTurns of *process type* agents end in errors.\n`);
    expect(page).toContain('> *value* of their turns ended well over 1h, at or below the limit');
    expect(page).toContain('| window | 1h, from at least 10 samples |');
    expect(page).toContain('| fires | beyond its limit for 5m |');
    expect(page).toContain('| resolves | 15m after it is back, or has no value any more |');
    expect(page).toContain('| all | at or below 90 % | at or below 80 % |');
    expect(page).toContain('| dashboard | <https://grafana.example/d/turns> |');
  });

  it('tells of one that Prometheus alone can see how severe it is', () => {
    const page = frame([rule('TurnscopeDown', { severity: 'critical' })], thresholds);
    expect(page).toContain(
      '| severity | critical |\n| fires | after 5m |\n| seen by | Prometheus only |',
    );
    expect(page).not.toContain('## Limits');
  });

  it.each([
    ['TurnscopeSlowResponses', 'up to 20s | up to 45s'],
    ['TurnscopeLowEfficiency', 'up to 20s | up to 45s'],
    ['TurnscopeSlowTurns', 'up to 5m | up to 20m'],
  ])('tells of %s what counts as fast', (name, limits) => {
    expect(frame([rule(name, {})], thresholds)).toContain(`| \`tactical\` | ${limits} |`);
  });

  it.each([
    ['instance_process_type:turnscope_completion:ratio_rate1h < 1', true],
    ['turnscope_signal_completion_ratio < 1', false],
  ])('tells where what %s reads comes from, if it is recorded', (expr, isRecorded) => {
    const page = frame([rule('TurnscopeLowCompletion', {}, expr)], thresholds);
    expect(page.includes('is recorded by rules')).toBe(isRecorded);
  });

  it('tells of an alert that core does not know what each of its rules says', () => {
    const name = 'TurnscopeCompletionBurn';
    const page = frame(
      [
        rule(name, { severity: 'critical', long_window: '1h' }, 'a > 1\nand\nb > 1'),
        rule(name, { severity: 'warning', long_window: '3d' }, 'c > 1'),
      ],
      thresholds,
    );
    expect(page).toContain('\nTurns of *process type* agents fail.\n\n| |');
    expect(page).toContain(
      '| fires | critical (long window 1h) after 5m; warning (long window 3d) after 5m |',
    );
    const said = '> *value* of them | over 1h.';
    expect(page).toContain(
      `Critical (long window 1h):\n\n${said}\n\n\`\`\`promql\na > 1\nand\nb > 1\n\`\`\``,
    );
    expect(page).toContain(`Warning (long window 3d):\n\n${said}\n\n\`\`\`promql\nc > 1\n\`\`\``);
  });
});
