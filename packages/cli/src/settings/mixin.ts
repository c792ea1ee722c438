import type { Objectives } from '@turnscope/mixin';
import { defaultRunbooks } from '@turnscope/node';
import { z } from 'zod';
import { receiverUrl } from './receiver.ts';
import { runbooksSchema } from './runbooks.ts';
import { section } from './section.ts';
import { text } from './text.ts';

const objective = z
  .number()
  .refine((share) => share > 0 && share < 1, 'must be a share between 0 and 1, such as 0.99')
  .exactOptional();

/** What `turnscope mixin generate` writes rules, dashboards and runbooks for, as it stands in turnscope.yaml. */
export const mixinSchema = section({
  job: text.optional(),
  runbooks: runbooksSchema.optional(),
  grafana: receiverUrl.optional(),
  slo: section({ completion: objective, response_latency: objective }).optional(),
});

/** What of turnscope.yaml is about files that are generated. */
interface WrittenMixin {
  readonly mixin?: z.infer<typeof mixinSchema> | undefined;
  readonly notify?: { readonly runbooks?: string | undefined } | undefined;
}

export interface MixinSettings {
  /** The label `job` that Prometheus gives. */
  readonly job: string;
  /** Where runbooks are read; ends with a slash. */
  readonly runbooks: string;
  /** Where Grafana answers, without a slash at the end. */
  readonly grafana: string;
  readonly objectives: Partial<Objectives>;
}

/** Fills in defaults. Runbooks are those that direct notifications lead to, unless it says others. */
export function asMixinSettings({ mixin = {}, notify = {} }: WrittenMixin): MixinSettings {
  const { job = 'turnscope', grafana = 'http://127.0.0.1:3000', slo = {} } = mixin;
  return {
    job,
    runbooks: mixin.runbooks ?? notify.runbooks ?? defaultRunbooks,
    grafana: grafana.replace(/\/+$/, ''),
    objectives: slo,
  };
}
