import { describe, expect, it } from '@jest/globals';
import { increase } from '../../src/catalogue/expression.ts';
import { turnsTotal } from '../../src/catalogue/metrics/turns.ts';
import { noDetails } from '../../src/store/row-details.ts';
import { Store } from '../../src/store/store.ts';
import { Groups } from '../../src/window/groups.ts';
import { OperandLayout } from '../../src/window/operand-layout.ts';
import { OperandReader } from '../../src/window/operand-reader.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';

function storeOf(zeroHoldSeconds = 0): Store {
  return new Store({
    clock: new FakeClock(),
    labelLimits: { process_type: 10, model: 30, tool: 60 },
    rowLimit: 100,
    zeroHoldSeconds,
    labels: {},
    processTypes: [],
    details: noDetails,
  });
}

const success = increase(turnsTotal, { outcome: ['success'] });
const ended = increase(turnsTotal, { outcome: ['success', 'error'] });
const layout = new OperandLayout([success, ended, success]);

const add = (store: Store, labels: readonly string[], count: number) => {
  const cells = store.section(0).table('turn').findByValues(labels);
  cells[0] = (cells[0] ?? 0) + count;
};

describe('the operands of a store', () => {
  it('are laid out once each', () => {
    expect(layout.size).toBe(2);
    expect(layout.places.map(({ offset }) => offset)).toEqual([0, 1]);
  });

  it('are unknown when no expression reads them', () => {
    const { operand } = increase(turnsTotal) as Extract<typeof success, { operand: unknown }>;
    expect(() => layout.placeOf(operand)).toThrow('no signal reads turnscope_turns_total {}');
  });

  it('are sums over the series that match, by process type', () => {
    const store = storeOf();
    add(store, ['tactical', 'a', 'user', 'success'], 3);
    add(store, ['tactical', 'b', 'task', 'success'], 4);
    add(store, ['tactical', 'b', 'task', 'error'], 5);
    add(store, ['tactical', 'b', 'task', 'interrupted'], 6);
    add(store, ['strategic', 'a', 'user', 'error'], 7);
    const groups = new Groups();
    const numbers = new OperandReader(store, layout, groups).read(noon);
    expect(groups.names).toEqual(['', 'tactical', 'strategic']);
    expect([...numbers]).toEqual([0, 0, 7, 12, 0, 7]);
  });

  it('take series that come later', () => {
    const store = storeOf();
    const reader = new OperandReader(store, layout, new Groups());
    expect([...reader.read(noon)]).toEqual([0, 0]);
    add(store, ['tactical', 'a', 'user', 'success'], 1);
    expect([...reader.read(noon)]).toEqual([0, 0, 1, 1]);
    add(store, ['tactical', 'b', 'user', 'success'], 1);
    expect([...reader.read(noon)]).toEqual([0, 0, 2, 2]);
  });

  it('are 0 while their series is held at 0, as every back end shows it', () => {
    const store = storeOf(30);
    store.families(new Set(['code']));
    add(store, ['tactical', 'a', 'user', 'success'], 1);
    const reader = new OperandReader(store, layout, new Groups());
    expect([...reader.read(noon + 29_999)]).toEqual([0, 0, 0, 0]);
    expect([...reader.read(noon + 30_000)]).toEqual([0, 0, 1, 1]);
  });
});
