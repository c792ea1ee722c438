import { asObject, asText } from './parse/raw-fields.ts';

/**
 * Tells a person what cannot be read, once for each path until it could be read again. MUTABLE:
 * what is failing. `note` during a poll, `report` at its end.
 */
export class Problems {
  readonly #folders: ReadonlySet<string>;
  readonly #tell: (message: string) => void;
  #told: ReadonlySet<string> = new Set();
  #noted = new Map<string, unknown>();

  constructor(folders: readonly string[], tell: ((message: string) => void) | undefined) {
    this.#folders = new Set(folders);
    this.#tell = tell ?? (() => {});
  }

  /** A path failed. That a file is gone since it was listed is none: transcripts are cleaned up. */
  readonly note = (path: string, cause: unknown): void => {
    if (codeOf(cause) === 'ENOENT' && !this.#folders.has(path)) return;
    this.#noted.set(path, cause);
  };

  report(): void {
    const noted = this.#noted;
    const news = [...noted].filter(([path]) => !this.#told.has(path));
    this.#told = new Set(noted.keys());
    this.#noted = new Map();
    for (const [path, cause] of news) this.#tell(messageOf(path, cause));
  }
}

const advice: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist yet; waiting for it (another folder: --transcripts DIR)'],
  ['EACCES', 'is not readable for this user; grant read access, it is tried again'],
  ['EPERM', 'is not readable for this user; grant read access, it is tried again'],
  ['ENOTDIR', 'is no folder; name the folder that holds the transcripts'],
  ['EMFILE', 'cannot be opened: too many open files; raise the limit (ulimit -n)'],
]);

function messageOf(path: string, cause: unknown): string {
  const known = advice.get(codeOf(cause));
  if (known !== undefined) return `transcripts: ${path} ${known}`;
  const reason = asText(asObject<'message'>(cause)?.message) ?? String(cause);
  return `transcripts: ${path} cannot be read (${reason}); it is tried again`;
}

function codeOf(cause: unknown): string {
  return asText(asObject<'code'>(cause)?.code) ?? '';
}
