import type { PerformanceMonitor } from '@turnscope/core';
import { wrongAlertLabel } from './alert-labels.ts';
import { type Credentials, wrongCredentials } from './credentials.ts';
import { type Outside, realOutside } from './outside.ts';
import { wrongReceiverUrl } from './receiver-url.ts';
import { asRunbooks, defaultRunbooks, wrongRunbooks } from './runbooks.ts';

/** What a notifier needs of a monitor. */
export type AlertSource = Pick<PerformanceMonitor, 'alerts' | 'on' | 'evaluate' | 'enableNotifier'>;

/** What every notifier is told. */
export interface NotifierOptions extends Credentials {
  /** Somebody must make it evaluate: `startEvaluation`, or scrapes. */
  readonly monitor: AlertSource;
  /** Begins with http:// or https:// and holds no password. */
  readonly url: string;
  /** Carried by every alert beside its own labels, whose names are taken. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Where runbooks are read: a URL that an alert's name and `.md` follow; default `defaultRunbooks`. */
  readonly runbooks?: string | undefined;
  /** Longest time that one attempt may take, above 0; default 10. */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Told of a delivery that did not succeed: once, until one succeeds or another reason comes. The
   * message names the receiver without path and query, and no secret.
   */
  readonly onProblem?: ((problem: Error) => void) | undefined;
  /** The world, for tests. */
  readonly outside?: Partial<Outside> | undefined;
}

/** Tells one receiver of alerts. */
export interface Notifier {
  /**
   * Tells nothing any more. What is under way may end, for a second at most; what then still waits is
   * dropped and counted.
   */
  close(): Promise<void>;
}

/** Options with defaults filled in. */
export interface ResolvedOptions extends NotifierOptions {
  readonly labels: Readonly<Record<string, string>>;
  /** Ends with a slash. */
  readonly runbooks: string;
  readonly timeoutSeconds: number;
  readonly onProblem: (problem: Error) => void;
  readonly outside: Outside;
}

/**
 * Fills in defaults. Throws a RangeError that names the option which makes no sense, without its value
 * where that may be secret.
 */
export function resolveNotifierOptions(options: NotifierOptions): ResolvedOptions {
  const { url, labels = {}, timeoutSeconds = 10, onProblem = () => {} } = options;
  const { runbooks = defaultRunbooks } = options;
  const wrongUrl = wrongReceiverUrl(url);
  if (wrongUrl !== undefined) throw new RangeError(`url ${wrongUrl}`);
  for (const name of Object.keys(labels)) {
    const wrongLabel = wrongAlertLabel(name);
    if (wrongLabel !== undefined) throw new RangeError(`labels.${name} ${wrongLabel}`);
  }
  const wrongPlace = wrongRunbooks(runbooks);
  if (wrongPlace !== undefined) throw new RangeError(`runbooks ${wrongPlace}`);
  const wrongSecret = wrongCredentials(options);
  if (wrongSecret !== undefined) throw new RangeError(wrongSecret);
  checkSeconds('timeoutSeconds', timeoutSeconds);
  const outside = realOutside(options.outside);
  return {
    ...options,
    labels,
    runbooks: asRunbooks(runbooks),
    timeoutSeconds,
    onProblem: isolated(onProblem),
    outside,
  };
}

/** Throws a RangeError unless it is a time above 0. */
export function checkSeconds(name: string, seconds: number): void {
  if (seconds > 0 && Number.isFinite(seconds)) return;
  throw new RangeError(`${name} must be a finite number above 0, got ${seconds}`);
}

/** What the application does with a problem must not become one of the delivery. */
function isolated(onProblem: (problem: Error) => void): (problem: Error) => void {
  return (problem) => {
    try {
      onProblem(problem);
    } catch {
      // There is nobody else to tell.
    }
  };
}
