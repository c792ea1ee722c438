/** What is known of an error that was caught. */
export interface SystemError {
  /** As Node names it, `ENOENT` for example. */
  readonly code: string | undefined;
  readonly message: string;
}

/** Reads what was thrown, whatever it is. */
export function asSystemError(thrown: unknown): SystemError {
  if (typeof thrown !== 'object' || thrown === null) {
    return { code: undefined, message: String(thrown) };
  }
  const { code, message } = thrown as { readonly code?: unknown; readonly message?: unknown };
  return { code: typeof code === 'string' ? code : undefined, message: String(message ?? thrown) };
}
