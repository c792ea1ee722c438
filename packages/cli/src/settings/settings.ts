import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { LabelRules, ProcessTypeRule } from '@turnscope/claude-code';
import type {
  EvaluationTimes,
  ProfileName,
  ThresholdOptions,
  ThresholdOverrides,
} from '@turnscope/core';
import { type ListenAddress, wrongTelemetryPath } from '@turnscope/node';
import type { Environment } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import type { LogSettings } from '../journal/journal.ts';
import type { Beginning } from './beginning.ts';
import { readConfigFile } from './config-file.ts';
import type { Config } from './config-schema.ts';
import { asExpositionSettings, type ExpositionSettings } from './exposition.ts';
import { asFolder, defaultStateFolder, defaultTranscripts } from './folders.ts';
import { listenAddressForm, parseListenAddress } from './listen-address.ts';
import { asNotifySettings, type NotifySettings } from './notify.ts';
import { asOtlpSettings, type OtlpSettings } from './otlp.ts';
import type { ServeFlags } from './serve-flags.ts';

/** When imaginary agents play in place of transcripts. */
type DemoWhen = 'never' | 'if-empty' | 'always';

export interface DemoSettings {
  readonly when: DemoWhen;
  readonly agents: number;
  /** Undefined: they play until the end. */
  readonly seconds: number | undefined;
}

/** Everything `turnscope serve` can be told, with every default filled in. */
export interface Settings {
  /** Absolute path of the configuration file, when there is one. */
  readonly configFile: string | undefined;
  /** Absolute. */
  readonly transcripts: readonly string[];
  readonly from: Beginning;
  /** To read beside another turnscope that reads the same. */
  readonly shared: boolean;
  /** Absolute. Where processes find each other; it need not exist. */
  readonly stateFolder: string;
  readonly demo: DemoSettings;
  readonly web: { readonly listenAddress: ListenAddress; readonly telemetryPath: string };
  readonly log: LogSettings;
  readonly processTypeRules: readonly ProcessTypeRule[];
  readonly labelRules: LabelRules;
  readonly namedMcpTools: readonly string[];
  readonly thresholds: Required<ThresholdOptions>;
  readonly evaluation: EvaluationTimes;
  readonly notify: NotifySettings;
  /** Undefined: nothing is pushed. */
  readonly otlp: OtlpSettings | undefined;
  readonly exposition: ExpositionSettings;
  readonly limits: NonNullable<Config['limits']>;
}

const defaultConfigName = 'turnscope.yaml';
const defaultDemoAgents = 5;
const defaultIntervalSeconds = 15;
/** A day. */
const defaultHistorySeconds = 86_400;
const defaultListenAddress: ListenAddress = { host: '127.0.0.1', port: 10_464 };

/** Flags before the configuration file before defaults. Throws a CommandError that says what is wrong and where. */
export async function resolveSettings(
  flags: ServeFlags,
  environment: Environment,
): Promise<Settings> {
  const configFile = findConfig(flags, environment);
  const config = configFile === undefined ? {} : await readConfigFile(configFile, environment);
  const places: Places = { configFile, environment };
  return {
    configFile,
    transcripts: transcriptFolders(flags, config, places),
    from: flags.from ?? config.from ?? 'now',
    shared: flags.shared ?? false,
    stateFolder: stateFolder(flags, config, places),
    demo: demoOf(flags),
    web: {
      listenAddress: flagAddress(flags) ?? config.web?.listenAddress ?? defaultListenAddress,
      telemetryPath: flagPath(flags) ?? config.web?.telemetryPath ?? '/metrics',
    },
    log: logOf(flags, config),
    ...namesOf(config),
    thresholds: thresholdsOf(config),
    evaluation: evaluationOf(config),
    notify: asNotifySettings(config.notify, environment, (path) => fromFile(path, places)),
    otlp: asOtlpSettings(flags.otlpEndpoint, config.otlp, environment),
    exposition: asExpositionSettings(config.exposition),
    limits: config.limits ?? {},
  };
}

/** What alerts and scores are judged by. */
export function thresholdsOf({ thresholds = {} }: Config): {
  readonly profile: ProfileName;
  readonly overrides: ThresholdOverrides;
} {
  const { profile = 'coding-agent', overrides = {} } = thresholds;
  return { profile, overrides };
}

/** The configuration file that holds here: the one that was named, or the usual one where it is there. */
export function findConfig(
  { config }: Pick<ServeFlags, 'config'>,
  { workingFolder }: Environment,
): string | undefined {
  if (config !== undefined) return resolve(workingFolder, config);
  const path = join(workingFolder, defaultConfigName);
  return existsSync(path) ? path : undefined;
}

/** Where a folder begins: on the command line where the user stands, in the file at the file. */
interface Places {
  readonly configFile: string | undefined;
  readonly environment: Environment;
}

function transcriptFolders(flags: ServeFlags, config: Config, places: Places): readonly string[] {
  if (flags.transcripts) return flags.transcripts.map((path) => fromFlag(path, places));
  if (config.transcripts) return config.transcripts.map((path) => fromFile(path, places));
  return [defaultTranscripts(places.environment)];
}

function stateFolder(flags: ServeFlags, config: Config, places: Places): string {
  if (flags.stateDir !== undefined) return fromFlag(flags.stateDir, places);
  if (config.stateDir !== undefined) return fromFile(config.stateDir, places);
  return defaultStateFolder(places.environment);
}

function fromFlag(path: string, { environment }: Places): string {
  return asFolder(path, environment.workingFolder, environment);
}

function fromFile(path: string, { configFile, environment }: Places): string {
  const base = configFile === undefined ? environment.workingFolder : dirname(configFile);
  return asFolder(path, base, environment);
}

function demoOf({ demo, demoIfEmpty, demoAgents, demoSeconds }: ServeFlags): DemoSettings {
  const how = { agents: demoAgents ?? defaultDemoAgents, seconds: demoSeconds };
  if (demo) return { when: 'always', ...how };
  if (demoIfEmpty) return { when: 'if-empty', ...how };
  if (demoAgents === undefined && demoSeconds === undefined) return { when: 'never', ...how };
  const message =
    '--demo-agents and --demo-seconds have a meaning only beside --demo or --demo-if-empty';
  throw new CommandError(misused, message);
}

/** How what is found is named. */
function namesOf({ processTypes = [], labels = {}, tools }: Config) {
  return { processTypeRules: processTypes, labelRules: labels, namedMcpTools: tools?.mcp ?? [] };
}

function logOf(flags: ServeFlags, { log = {} }: Config): LogSettings {
  return {
    level: flags['log.level'] ?? log.level ?? 'info',
    format: flags['log.format'] ?? log.format ?? 'text',
  };
}

function evaluationOf({ evaluation = {} }: Config): EvaluationTimes {
  return {
    intervalSeconds: evaluation.interval ?? defaultIntervalSeconds,
    historySeconds: evaluation.history ?? defaultHistorySeconds,
  };
}

function flagAddress(flags: ServeFlags): ListenAddress | undefined {
  const written = flags['web.listenAddress'];
  if (written === undefined) return undefined;
  const address = parseListenAddress(written);
  if (address !== undefined) return address;
  throw new CommandError(misused, `--web.listen-address ${listenAddressForm}; got ${written}`);
}

function flagPath(flags: ServeFlags): string | undefined {
  const path = flags['web.telemetryPath'];
  const wrong = path === undefined ? undefined : wrongTelemetryPath(path);
  if (wrong === undefined) return path;
  throw new CommandError(misused, `--web.telemetry-path ${wrong}; got ${path}`);
}
