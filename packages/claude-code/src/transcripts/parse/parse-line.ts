import { parseAssistant } from './parse-assistant.ts';
import { parseProgress } from './parse-progress.ts';
import { parseSystem } from './parse-system.ts';
import { parseUser } from './parse-user.ts';
import { asIdentifier, asObject, asText, asTime, type Raw } from './raw-fields.ts';
import type { LineAuthor, LineContent, LineEnvelope, TranscriptLine } from './transcript-line.ts';

/** Why something in a file could not be understood. Few fixed words: they become a label. */
export type ParseProblem = 'invalid_json' | 'not_an_object' | 'missing_field' | 'too_long';

/** What one JSON value of a file turned out to be. */
export type ParsedValue =
  | { readonly line: TranscriptLine; readonly problem?: undefined }
  | { readonly problem: ParseProblem; readonly line?: undefined };

type EnvelopeField =
  | 'type'
  | 'isMeta'
  | 'isSidechain'
  | 'timestamp'
  | 'uuid'
  | 'parentUuid'
  | 'sessionId'
  | 'session_id'
  | 'agentId'
  | 'version'
  | 'entrypoint'
  | 'cwd';

const longestFolder = 4096;
const other: LineContent = { kind: 'other' };

/**
 * Understands one JSON value of a transcript. Never throws and requires no field: an object of an
 * unknown type is `other`, an object that should be understood and is not is a problem.
 */
export function parseLine(value: unknown, glued: boolean): ParsedValue {
  const raw = asObject<EnvelopeField>(value);
  if (raw === undefined) return { problem: 'not_an_object' };
  if (typeof raw.type !== 'string') return { problem: 'missing_field' };
  const content = parseContent(raw.type, raw);
  if (content === undefined) return { problem: 'missing_field' };
  return { line: { envelope: parseEnvelope(raw, glued), content } };
}

/** Undefined when the type is known and its line lacks what it must have. */
function parseContent(type: string, raw: Raw<never>): LineContent | undefined {
  switch (type) {
    case 'assistant':
      return parseAssistant(raw);
    case 'user':
      return parseUser(raw);
    case 'system':
      return parseSystem(raw);
    case 'progress':
      return parseProgress(raw);
    default:
      return other;
  }
}

function parseEnvelope(raw: Raw<EnvelopeField>, glued: boolean): LineEnvelope {
  const folder = asText(raw.cwd);
  return {
    at: asTime(raw.timestamp),
    uuid: asIdentifier(raw.uuid),
    parentUuid: asIdentifier(raw.parentUuid),
    sessionId: asIdentifier(raw.sessionId) ?? asIdentifier(raw.session_id),
    agentId: asIdentifier(raw.agentId),
    version: asIdentifier(raw.version),
    entrypoint: asIdentifier(raw.entrypoint),
    folder: folder !== undefined && folder.length <= longestFolder ? folder : undefined,
    sidechain: raw.isSidechain === true,
    author: authorOf(raw),
    glued,
  };
}

function authorOf(raw: Raw<EnvelopeField>): LineAuthor {
  if (raw.type === 'assistant') return 'assistant';
  if (raw.type !== 'user') return 'program';
  return raw.isMeta === true ? 'injected' : 'user';
}
