import type { AgentEvent } from '@turnscope/core';
import type { TranscriptSourceOptions } from '../transcript-source-options.ts';
import { CountedOnce } from './counted-once.ts';
import { type ProcessTypeOf, processTypes } from './process-type.ts';
import { ResponseLedger } from './response-ledger.ts';

/** What the translations of all files of one source share. */
export interface Translation {
  readonly record: (event: AgentEvent) => void;
  readonly ledger: ResponseLedger;
  readonly once: CountedOnce;
  readonly processTypeOf: ProcessTypeOf;
  /** The process type of what no response tells. */
  readonly unknownType: string;
  /** MCP tools that keep their own name; all others are `mcp`. */
  readonly namedMcpTools: ReadonlySet<string>;
}

/** What is said of a response wherever it is counted. */
export interface ResponseLabels {
  readonly processType: string;
  readonly model: string | undefined;
}

const rememberedByDefault = 2 ** 20;

/** What the options ask for; every event goes to `record`. */
export function createTranslation(
  options: TranscriptSourceOptions,
  record: (event: AgentEvent) => void,
): Translation {
  const remembered = options.rememberedIds ?? rememberedByDefault;
  const prefix = options.processTypePrefix ?? '';
  return {
    record,
    ledger: new ResponseLedger(record, remembered),
    once: new CountedOnce(remembered),
    processTypeOf: processTypes(options.processTypeRules ?? [], prefix),
    unknownType: `${prefix}unknown`,
    namedMcpTools: new Set(options.namedMcpTools),
  };
}
