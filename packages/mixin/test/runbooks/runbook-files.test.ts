import { describe, expect, it } from '@jest/globals';
import { alerts, resolveThresholds } from '@turnscope/core';
import { alertGroups } from '../../src/rules/rule-groups.ts';
import { bodyOf, emptyBody } from '../../src/runbooks/body.ts';
import { runbookFiles, runbookPath } from '../../src/runbooks/runbook-files.ts';
import { writtenBodies } from '../../src/runbooks/written-bodies.ts';
import { optionsWith } from '../support/mixin-options.ts';

const groups = alertGroups(optionsWith());
const path = runbookPath('TurnscopeDown');

function files(present: Readonly<Record<string, string>> = {}, from = groups) {
  const { thresholds } = optionsWith();
  return runbookFiles(from, { thresholds, existing: (each) => present[each] });
}

describe('runbookFiles', () => {
  it('has a page for every alert of core, and for what else the rules alert on', () => {
    const paths = Object.keys(files());
    expect(paths).toEqual(expect.arrayContaining(alerts.map(({ name }) => runbookPath(name))));
    expect(paths).toContain('docs/runbooks/TurnscopeCompletionBurn.md');
  });

  it('gives a new page the body that Turnscope brings', () => {
    expect(bodyOf(files()[path] ?? '')).toBe(writtenBodies['TurnscopeDown']);
  });

  it('keeps what was written by hand, also when limits and rules have changed', () => {
    const mine = (files()[path] ?? '').replace('## Impact', '## Impact\n\nCall Ada.');
    const kept = files({ [path]: mine });
    expect(kept[path]).toBe(mine);
    const changed = runbookFiles(groups, {
      thresholds: resolveThresholds('chat'),
      existing: () => mine,
    });
    for (const page of Object.values(changed)) expect(bodyOf(page)).toBe(bodyOf(mine));
  });

  it('leaves a body empty where nobody wrote one', () => {
    const rule = { alert: 'TurnscopeNew', expr: 'x', for: '1m', labels: {}, annotations: {} };
    const pages = files({}, [{ name: 'new', rules: [rule] }]);
    expect(bodyOf(pages['docs/runbooks/TurnscopeNew.md'] ?? '')).toBe(emptyBody);
  });

  it('names the page in which it cannot tell what to keep', () => {
    expect(() => files({ [path]: '# TurnscopeDown\n\nCall Ada.\n' })).toThrow(
      /^docs\/runbooks\/TurnscopeDown\.md must have the line "<!-- Written by hand/,
    );
  });
});
