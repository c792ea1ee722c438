import type { AgentEvent } from '@turnscope/core';
import type { TranscriptSourceOptions } from '../transcript-source-options.ts';
import { CountedOnce } from './counted-once.ts';
import { later } from './elapsed.ts';
import { FileAttribution } from './file-attribution.ts';
import { Gate } from './gate.ts';
import { type LabelsOf, labelsOf } from './label-rules.ts';
import type { Moment } from './moment.ts';
import { OnceTable } from './once-table.ts';
import { type ProcessTypeOf, processTypes } from './process-type.ts';
import { type QuietLimits, quietLimits } from './quiet-limits.ts';
import { ResponseLedger } from './response-ledger.ts';
import { ResponseTable } from './response-table.ts';

/** What the translations of all files of one source share. */
export interface Translation {
  /** Does nothing while the gate is closed. The event goes on with when it was known: at the moment, never before it happened. */
  readonly record: (event: AgentEvent) => void;
  readonly gate: Gate;
  readonly moment: Moment;
  readonly ledger: ResponseLedger;
  readonly once: CountedOnce;
  /** Where both keep what they know. */
  readonly table: OnceTable;
  readonly quiet: QuietLimits;
  readonly processTypeOf: ProcessTypeOf;
  /** Undefined where there are no rules for labels. */
  readonly labelsOf: LabelsOf | undefined;
  /** The process type of what no response tells. */
  readonly unknownType: string;
  /** MCP tools that keep their own name; all others are `mcp`. */
  readonly namedMcpTools: ReadonlySet<string>;
}

/** The same, as one file uses it. */
export interface FileTranslation extends Translation {
  /** Number of the file: what it saw first is its own to count, also when it is read again. */
  readonly owner: number;
  /** As the file's content decides; undefined where there are no rules for labels. */
  readonly attribution?: FileAttribution;
}

const rememberedByDefault = 2 ** 20;
const turnQuietByDefault = 120;

/** What the options ask for; every event that counts goes to `deliver`. */
export function createTranslation(
  options: TranscriptSourceOptions,
  deliver: (event: AgentEvent) => void,
): Translation {
  const gate = new Gate();
  const moment: Moment = { knownAt: undefined };
  const record = (event: AgentEvent) => {
    if (gate.isOpen) deliver({ ...event, knownAt: later(event.at, moment.knownAt) });
  };
  const table = new OnceTable(options.rememberedIds ?? rememberedByDefault);
  const quiet = quietLimits(options.turnQuietSeconds ?? turnQuietByDefault);
  const prefix = options.processTypePrefix ?? '';
  return {
    record,
    gate,
    moment,
    ledger: new ResponseLedger(record, new ResponseTable(table), quiet.turnSeconds),
    once: new CountedOnce(table),
    table,
    quiet,
    processTypeOf: processTypes(options.processTypeRules ?? [], prefix),
    labelsOf: labelsOf(options.labelRules ?? {}),
    unknownType: `${prefix}unknown`,
    namedMcpTools: new Set(options.namedMcpTools),
  };
}

/**
 * The translation as one content of a file uses it: every event is recorded with its labels.
 * `modelBefore`: of the latest response of the file.
 */
export function attributed(
  translation: FileTranslation,
  modelBefore: () => string | undefined,
): FileTranslation {
  if (translation.labelsOf === undefined) return translation;
  const attribution = new FileAttribution(translation.labelsOf);
  return {
    ...translation,
    attribution,
    record: (event) => translation.record(attribution.attribute(event, modelBefore())),
  };
}
