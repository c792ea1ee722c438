import { longestCommand } from './local-command.ts';
import type { Wanted } from './sparse/wanted.ts';

/** Enough to see how a text begins that Claude Code writes into a tool's result. */
const resultHead = 64;

/** A line's parent is mostly the line before it, a result's tool the one that was just used. */
const lineId: Wanted = {};
const toolId: Wanted = {};

const usageCounts = {
  input_tokens: {},
  output_tokens: {},
  cache_read_input_tokens: {},
  cache_creation_input_tokens: {},
};

const contentBlock: Wanted = {
  fields: {
    type: {},
    id: toolId,
    name: {},
    text: { head: longestCommand },
    tool_use_id: toolId,
    is_error: {},
    content: { head: resultHead, items: { fields: { type: {}, text: { head: resultHead } } } },
  },
};

const message: Wanted = {
  fields: {
    id: {},
    model: {},
    stop_reason: {},
    usage: { fields: { ...usageCounts, iterations: { items: { fields: usageCounts } } } },
    content: { head: longestCommand, items: contentBlock },
  },
};

/** What a response may take its identity from. */
const responseFields = { requestId: {}, uuid: {}, isApiErrorMessage: {}, message };

/**
 * Everything that the `parse…` functions of this folder read of a line. A field that is not here is
 * missing for them, so whoever reads another one adds it; the tests compare with `JSON.parse`.
 */
export const wantedFields: Wanted = {
  fields: {
    // any line: parse-line.ts
    type: {},
    isMeta: {},
    isSidechain: {},
    timestamp: {},
    parentUuid: lineId,
    sessionId: {},
    session_id: {},
    agentId: {},
    version: {},
    entrypoint: {},
    cwd: {},
    // assistant
    ...responseFields,
    uuid: lineId,
    // user
    isCompactSummary: {},
    origin: { fields: { kind: {} } },
    promptId: {},
    toolUseResult: { head: resultHead, fields: { interrupted: {} } },
    toolDenialKind: {},
    // system
    subtype: {},
    content: { head: longestCommand },
    compactMetadata: { fields: { trigger: {}, preTokens: {}, durationMs: {} } },
    durationMs: {},
    error: { fields: { status: {}, connection: {}, isNetworkDown: {}, noResponse: {} } },
    // progress
    parentToolUseID: {},
    data: {
      fields: {
        type: {},
        hookName: {},
        agentId: {},
        message: { fields: { type: {}, timestamp: {}, ...responseFields } },
      },
    },
  },
};
