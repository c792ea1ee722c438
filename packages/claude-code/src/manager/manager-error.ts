/** Why a message got no answer, or a manager did not do what it was asked. A set that only grows. */
export type ManagerErrorReason =
  /** The agent answered that it could not: the API gave up, a limit was reached. */
  | 'agent-error'
  /** The caller's signal. */
  | 'aborted'
  /** No answer within `timeoutMs`. */
  | 'timeout'
  /** Its process ended before it had answered. */
  | 'process-died'
  /** As many messages wait as may. */
  | 'queue-full'
  /** No process that could take it lives or will be started again. */
  | 'no-process'
  /** No process has this id or type, or holds this conversation. */
  | 'unknown'
  /** No process could be started. */
  | 'start-failed'
  /** The manager does not run. */
  | 'not-running';

export interface ManagerErrorDetails extends ErrorOptions {
  /** Id of the process that it is about. */
  readonly process?: string | undefined;
  /** What the API answered, where it gave up: 529, 500, 404. */
  readonly apiStatus?: number | undefined;
  /** The last of what the process wrote to standard error. */
  readonly complaint?: string | undefined;
}

/** What a manager rejects with. The message is a sentence that says what happened and, where there is something, what to do. */
export class ManagerError extends Error {
  readonly reason: ManagerErrorReason;
  readonly process: string | undefined;
  readonly apiStatus: number | undefined;
  readonly complaint: string | undefined;
  /** How often a process was given the message; 0: no agent has seen it. */
  attempts = 0;

  constructor(reason: ManagerErrorReason, message: string, details: ManagerErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ManagerError';
    this.reason = reason;
    this.process = details.process;
    this.apiStatus = details.apiStatus;
    this.complaint = details.complaint;
  }
}
