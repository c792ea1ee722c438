import { type ProfileName, type ThresholdName, thresholdNames } from '@turnscope/core';
import { wrongTelemetryPath } from '@turnscope/node';
import { z } from 'zod';
import { logFormats, logLevels } from '../journal/journal.ts';
import { beginnings } from './beginning.ts';
import { duration } from './duration.ts';
import { expositionSchema } from './exposition.ts';
import { labelRulesSchema } from './label-rules-schema.ts';
import { listenAddressForm, parseListenAddress } from './listen-address.ts';
import { mixinSchema } from './mixin.ts';
import { notifySchema } from './notify.ts';
import { otlpSchema } from './otlp.ts';
import { section } from './section.ts';
import { text } from './text.ts';

const limits = section({ warning: z.number(), critical: z.number() });

/** Which numbers make sense is known to core, which refuses the others. */
const thresholdSet = section(eachThreshold(() => limits.exactOptional()));

const profile = z.enum(['chat', 'coding-agent'] satisfies ProfileName[]);

const labelLimit = z.int().min(1).max(1_000).optional();

const processTypeRule = section({
  model: text.optional(),
  entrypoint: text.optional(),
  folder: text.optional(),
  role: z.enum(['main', 'subagent', 'compaction']).optional(),
  processType: text,
});

const listenAddress = z.string().transform((written, context) => {
  const address = parseListenAddress(written);
  if (address !== undefined) return address;
  context.addIssue({ code: 'custom', message: `${listenAddressForm}; got ${written}` });
  return z.NEVER;
});

const telemetryPath = z.string().superRefine((path, context) => {
  const wrong = wrongTelemetryPath(path);
  if (wrong !== undefined) context.addIssue({ code: 'custom', message: `${wrong}; got ${path}` });
});

/** What may stand in turnscope.yaml. */
export const configSchema = section({
  transcripts: z.array(text).min(1, 'must name at least one folder').optional(),
  from: z.enum(beginnings).optional(),
  stateDir: text.optional(),
  web: section({
    listenAddress: listenAddress.optional(),
    telemetryPath: telemetryPath.optional(),
  }).optional(),
  log: section({
    level: z.enum(logLevels).optional(),
    format: z.enum(logFormats).optional(),
  }).optional(),
  processTypes: z.array(processTypeRule).optional(),
  labels: labelRulesSchema.optional(),
  tools: section({ mcp: z.array(text).optional() }).optional(),
  thresholds: section({
    profile: profile.optional(),
    overrides: z.record(text, thresholdSet).optional(),
  }).optional(),
  evaluation: section({
    interval: duration({ least: 1, most: 300 }).optional(),
    history: duration({ least: 3_600 }).optional(),
  }).optional(),
  notify: notifySchema.optional(),
  mixin: mixinSchema.optional(),
  otlp: otlpSchema.optional(),
  exposition: expositionSchema.optional(),
  limits: section({
    processTypes: labelLimit,
    models: labelLimit,
    tools: labelLimit,
    rows: z.int().min(1).optional(),
    conversations: z.int().min(1).optional(),
  }).optional(),
});

/** A turnscope.yaml that makes sense. */
export type Config = z.infer<typeof configSchema>;

function eachThreshold<Schema>(schema: () => Schema): Record<ThresholdName, Schema> {
  const entries = thresholdNames.map((name) => [name, schema()] as const);
  return Object.fromEntries(entries) as Record<ThresholdName, Schema>;
}
