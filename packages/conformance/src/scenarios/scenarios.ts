import type { Scenario } from '../scenario.ts';
import { absentGauges } from './absent-gauges.ts';
import { disabled } from './disabled.ts';
import { everyEvent } from './every-event.ts';
import { lateRows } from './late-rows.ts';
import { millionRecords } from './million-records.ts';
import { labelOverflow, rowOverflow } from './overflow.ts';
import { stateRead } from './read-state.ts';
import { unusualLabelValues } from './unusual-values.ts';
import { userLabels } from './user-labels.ts';

/** Everything that a back end is held to. */
export const scenarios: readonly Scenario[] = [
  everyEvent,
  unusualLabelValues,
  userLabels,
  labelOverflow,
  rowOverflow,
  lateRows,
  absentGauges,
  millionRecords,
  stateRead,
  disabled,
];
