import type { FileRole } from '../locate/transcript-file.ts';
import { textMatcher } from './text-matcher.ts';

/**
 * A user's own name for a role of agents. A rule applies when everything it states matches; a
 * pattern with `*` describes the whole text, one without stands anywhere in it.
 */
export interface ProcessTypeRule {
  /** Model of the response, for example `claude-opus-*`. */
  readonly model?: string | undefined;
  /** How Claude Code was started: `cli`, `sdk-ts`, … */
  readonly entrypoint?: string | undefined;
  /** Folder the agent works in. */
  readonly folder?: string | undefined;
  /** Whose work: the conversation itself (default), a subagent's, or the request that compacts. */
  readonly role?: FileRole | undefined;
  readonly processType: string;
}

/** What is known of a response when its process type is decided. */
interface Work {
  readonly role: FileRole;
  readonly model: string | undefined;
  readonly entrypoint: string | undefined;
  readonly folder: string | undefined;
}

/** Names the process type of some work. */
export type ProcessTypeOf = (work: Work) => string;

type Matcher = (work: Work) => boolean;

/** The first rule that applies decides, else the role and the model do. `prefix` begins every answer. */
export function processTypes(rules: readonly ProcessTypeRule[], prefix: string): ProcessTypeOf {
  const compiled = rules.map((rule) => ({ applies: matcher(rule), processType: rule.processType }));
  return (work) => {
    const rule = compiled.find(({ applies }) => applies(work));
    return prefix + (rule?.processType ?? withoutRules(work));
  };
}

function withoutRules(work: Work): string {
  if (work.role !== 'main') return work.role;
  return work.model?.includes('opus') ? 'strategic' : 'tactical';
}

function matcher(rule: ProcessTypeRule): Matcher {
  const role = rule.role ?? 'main';
  const model = textMatcher(rule.model);
  const entrypoint = textMatcher(rule.entrypoint);
  const folder = textMatcher(rule.folder);
  return (work) =>
    work.role === role && model(work.model) && entrypoint(work.entrypoint) && folder(work.folder);
}
