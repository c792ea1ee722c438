import { expect, it, test } from '@jest/globals';
import { ExemplarSlots, type Traceable } from '../../src/store/exemplar-slots.ts';

function slotsOf(...taken: readonly [event: Traceable, value: number, at: number][]) {
  const slots = new ExemplarSlots(2);
  for (const [event, value, at] of taken) slots.take(0, event, Float64Array.of(value, at));
  return slots;
}

const of = (conversationId: string): Traceable => ({ conversationId });

it('is empty before anything was observed', () => {
  expect(slotsOf().exemplar(0)).toBeUndefined();
  expect(slotsOf([of('a'), 1, 5]).exemplar(1)).toBeUndefined();
});

it('keeps the latest by its own time, the last one of the same moment', () => {
  const slots = slotsOf([of('a'), 1, 5], [of('late'), 2, 4], [of('b'), 3, 5]);
  expect(slots.exemplar(0)).toEqual({ labels: [['conversation_id', 'b']], value: 3, at: 5 });
});

it('names conversation and trace', () => {
  const event = { conversationId: 'c', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' };
  expect(slotsOf([event, 1, 5]).exemplar(0)?.labels).toEqual([
    ['conversation_id', 'c'],
    ['trace_id', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ]);
});

it('shows nothing of an event that nothing leads to', () => {
  expect(slotsOf([of('a'), 1, 5], [{}, 2, 6]).exemplar(0)).toBeUndefined();
});

// 15 characters for `conversation_id`, 8 for `trace_id`.
test.each([
  ['both fit', 'c'.repeat(73), 't'.repeat(32), ['conversation_id', 'trace_id']],
  ['one character too many: the trace stays', 'c'.repeat(74), 't'.repeat(32), ['trace_id']],
  ['a long conversation alone', 'c'.repeat(114), undefined, []],
  ['a trace that is too long', 'c', 't'.repeat(121), ['conversation_id']],
  [
    'characters, not halves of them',
    '😀'.repeat(73),
    't'.repeat(32),
    ['conversation_id', 'trace_id'],
  ],
])('at most 128 characters: %s', (_name, conversationId, traceId, names) => {
  const exemplar = slotsOf([{ conversationId, traceId }, 1, 5]).exemplar(0);
  expect((exemplar?.labels ?? []).map(([name]) => name)).toEqual(names);
});
