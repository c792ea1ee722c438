import {
  mostUserLabels,
  mostUserLabelValues,
  wrongLabelName,
  wrongLabelValue,
} from '@turnscope/core';
import { z } from 'zod';
import { section } from './section.ts';

const pattern = z.string().min(1, 'must not be empty').optional();

const value = z.string().superRefine((written, context) => {
  const message = wrongLabelValue(written);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const rule = section({ folder: pattern, entrypoint: pattern, model: pattern, value }).refine(
  ({ folder, entrypoint, model }) => (folder ?? entrypoint ?? model) !== undefined,
  'must state at least one of folder, entrypoint, model',
);

const rules = z
  .array(rule)
  .min(1, 'must have at least one rule')
  .superRefine((list, context) => {
    const { size } = new Set(list.map((each) => each.value));
    if (size <= mostUserLabelValues) return;
    const message = `must have at most ${mostUserLabelValues} different values, got ${size}`;
    context.addIssue({ code: 'custom', message });
  });

/** Before the record is read, which leaves out the name `__proto__` without a word. */
const names = z.unknown().superRefine((written, context) => {
  if (!isObject(written)) return;
  for (const [at, name] of Object.keys(written).entries()) {
    const message = at < mostUserLabels ? wrongLabelName(name) : tooMany;
    if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
  }
});

const tooMany = `is one too many; there may be ${mostUserLabels} labels`;

function isObject(written: unknown): written is object {
  return typeof written === 'object' && written !== null && !Array.isArray(written);
}

/** Labels of the user's own: rules that give each a value. */
export const labelRulesSchema = names.pipe(z.record(z.string(), rules));
