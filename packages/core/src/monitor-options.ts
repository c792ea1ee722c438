import type { ProfileName } from './catalogue/profiles.ts';
import type { ThresholdOverrides } from './catalogue/resolve-thresholds.ts';
import type { SourceName } from './catalogue/source-names.ts';
import { checkUserLabels, type UserLabels } from './catalogue/user-labels.ts';
import type { Clock } from './clock.ts';
import { type NativeResolution, schemaOf } from './store/native-counts.ts';
import type { DetailOptions } from './store/row-details.ts';
import type { LabelLimits } from './store/store.ts';
import { systemClock } from './system-clock.ts';

/** How a monitor is made. Everything may be left out. */
export interface MonitorOptions {
  /** Default true. When false the monitor takes everything, does nothing and shows no metric. */
  readonly enabled?: boolean | undefined;
  /** Default: the machine's clock. Asked only for events that bring no time of their own. */
  readonly clock?: Clock | undefined;
  /** Default: the profile `chat` without overrides. */
  readonly thresholds?: ThresholdOptions | undefined;
  /** Sources enabled from the start; default `code`, the caller's own code. */
  readonly sources?: readonly SourceName[] | undefined;
  /** Process types whose series stand at 0 from the start; default strategic and tactical. */
  readonly processTypes?: readonly string[] | undefined;
  /**
   * Labels of your own behind those of every metric of events: at most two, for each the 1 to 20 values
   * it may take. What an event's `labels` leave out, or say beyond these values, is `other`. Default none.
   */
  readonly labels?: UserLabels | undefined;
  /** Distinct values of each open label, 1 to 1,000; default 10 process types, 30 models, 60 tools. */
  readonly labelLimits?: Partial<LabelLimits> | undefined;
  /** Rows for each kind of event, at least 1; default 2,000. */
  readonly rowLimit?: number | undefined;
  /** Conversations held in memory, at least 1; default 10,000. */
  readonly conversationLimit?: number | undefined;
  /**
   * How long a series that appears after the first scrape shows 0, so that `increase()` sees its first
   * events; at least 0, default 30, two scrape intervals.
   */
  readonly zeroHoldSeconds?: number | undefined;
  /**
   * Beside each bucket of a histogram the latest observation in it: its value, the conversation's id, and
   * the event's `traceId`. OpenMetrics and protobuf show them. Default false: recording costs more with
   * them, and an id of a conversation leads to what was said in it.
   */
  readonly exemplars?: boolean | undefined;
  /**
   * Native histograms beside those of the ladders; protobuf shows them. Default false: recording costs
   * more with them, and a Prometheus that takes them may drop the classic buckets.
   */
  readonly nativeHistograms?: boolean | NativeHistogramOptions | undefined;
  /** How signals and alerts are evaluated. */
  readonly evaluation?: EvaluationOptions | undefined;
  /** Throw at the caller what is wrong with an event, for tests and development. Default false. */
  readonly strict?: boolean | undefined;
}

export interface NativeHistogramOptions {
  /** By how much bounds grow at most, above 1 and at most 65,536; default 1.1, for which they grow by 1.09. */
  readonly growthFactor?: number | undefined;
  /**
   * Buckets from the lowest to the highest in use, 8 to 1,000; default 160. When a value needs more, the
   * resolution of its histogram is halved.
   */
  readonly maxBuckets?: number | undefined;
}

export interface EvaluationOptions {
  /** Between two evaluations, 1 to 300; default 15. */
  readonly intervalSeconds?: number | undefined;
  /** How far back reports reach, at least 3,600, an hour; default 86,400, a day. */
  readonly historySeconds?: number | undefined;
  /** Memory of the history, at least 65,536; default 8 MiB. What is too old for it is dropped and counted. */
  readonly limitBytes?: number | undefined;
  /** Measures how long evaluations take; default the monitor's clock, which knows whole milliseconds. */
  readonly stopwatch?: Clock | undefined;
}

/** The times of an evaluation with every default filled in. */
export interface EvaluationTimes {
  readonly intervalSeconds: number;
  readonly historySeconds: number;
}

export interface ThresholdOptions {
  readonly profile?: ProfileName | undefined;
  readonly overrides?: ThresholdOverrides | undefined;
}

/** Options with every default filled in. */
export interface ResolvedOptions {
  readonly clock: Clock;
  readonly thresholds: { readonly profile: ProfileName; readonly overrides: ThresholdOverrides };
  readonly sources: readonly SourceName[];
  readonly processTypes: readonly string[];
  readonly labels: UserLabels;
  readonly labelLimits: LabelLimits;
  readonly rowLimit: number;
  readonly conversationLimit: number;
  readonly zeroHoldSeconds: number;
  readonly details: DetailOptions;
  readonly evaluation: EvaluationTimes & {
    readonly limitBytes: number;
    readonly stopwatch: Clock;
  };
  readonly strict: boolean;
}

/** The index of rows is dense, so what bounds it is the product of these limits. */
const largestLabelLimit = 1000;
const largestIndex = 2 ** 20;
const defaultLabelLimits: LabelLimits = { process_type: 10, model: 30, tool: 60 };

/** Fills in defaults. Throws a RangeError that names the option when a limit makes no sense. */
export function resolveOptions(options: MonitorOptions): ResolvedOptions {
  const { clock = systemClock } = options;
  const labelLimits = { ...defaultLabelLimits, ...options.labelLimits };
  for (const [name, limit] of Object.entries(labelLimits)) {
    checkWhole(`labelLimits.${name}`, limit, 1, largestLabelLimit);
  }
  const { labels = {} } = options;
  checkUserLabels(labels);
  checkIndex(labels, labelLimits);
  const { rowLimit = 2000, conversationLimit = 10_000, zeroHoldSeconds = 30 } = options;
  checkWhole('rowLimit', rowLimit, 1, Number.MAX_SAFE_INTEGER);
  checkWhole('conversationLimit', conversationLimit, 1, Number.MAX_SAFE_INTEGER);
  if (!(zeroHoldSeconds >= 0 && zeroHoldSeconds < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `zeroHoldSeconds must be a finite number of at least 0, got ${zeroHoldSeconds}`,
    );
  }
  return {
    clock,
    thresholds: {
      profile: options.thresholds?.profile ?? 'chat',
      overrides: options.thresholds?.overrides ?? {},
    },
    sources: options.sources ?? ['code'],
    processTypes: options.processTypes ?? ['strategic', 'tactical'],
    labels,
    labelLimits,
    rowLimit,
    conversationLimit,
    zeroHoldSeconds,
    details: {
      exemplars: options.exemplars ?? false,
      native: resolveNative(options.nativeHistograms ?? false),
    },
    evaluation: resolveEvaluation(options.evaluation, clock),
    strict: options.strict ?? false,
  };
}

function resolveEvaluation(
  options: EvaluationOptions = {},
  clock: Clock = systemClock,
): ResolvedOptions['evaluation'] {
  const { intervalSeconds = 15, historySeconds = 86_400, limitBytes = 8 * 1024 * 1024 } = options;
  checkWhole('evaluation.intervalSeconds', intervalSeconds, 1, 300);
  checkWhole('evaluation.historySeconds', historySeconds, 3600, Number.MAX_SAFE_INTEGER);
  checkWhole('evaluation.limitBytes', limitBytes, 65_536, Number.MAX_SAFE_INTEGER);
  return { intervalSeconds, historySeconds, limitBytes, stopwatch: options.stopwatch ?? clock };
}

function resolveNative(options: boolean | NativeHistogramOptions): NativeResolution | undefined {
  if (options === false) return undefined;
  const { growthFactor = 1.1, maxBuckets = 160 } = options === true ? {} : options;
  if (!(growthFactor > 1 && growthFactor <= 65_536)) {
    throw new RangeError(
      `nativeHistograms.growthFactor must be above 1 and at most 65536, got ${growthFactor}`,
    );
  }
  checkWhole('nativeHistograms.maxBuckets', maxBuckets, 8, 1000);
  return { schema: schemaOf(growthFactor), maxBuckets };
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}

/** Each attribution has an index of its own. The largest limits alone are within the bound. */
function checkIndex(labels: UserLabels, { process_type, model }: LabelLimits): void {
  const lists = Object.values(labels);
  const attributions = lists.reduce((count, values) => count * (values.length + 1), 1);
  if (attributions === 1 || attributions * process_type * model <= largestIndex) return;
  throw new RangeError(
    `labels have ${attributions} combinations, which times labelLimits.process_type times labelLimits.model must be at most ${largestIndex}`,
  );
}
