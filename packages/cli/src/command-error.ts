/** Something the user can put right. The message is for a terminal: a line that says what, where and what to do. */
export class CommandError extends Error {
  readonly exitCode: number;
  /** The user knows the message already. */
  readonly told: boolean = false;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }

  /** The same, of which the user has been told in another way. */
  asTold(): CommandError {
    return Object.assign(new CommandError(this.exitCode, this.message, { cause: this.cause }), {
      told: true,
    });
  }
}

/** The command ends with an exit code that is not its own, and has nothing to say about it. */
export class ExitCode extends CommandError {
  override readonly told = true;

  constructor(exitCode: number) {
    super(exitCode, `exit code ${exitCode}`);
  }
}

/** The command could not do what it was rightly asked for. */
export const failed = 1;
/** The command was asked in a way it does not understand, on the command line or in its configuration. */
export const misused = 2;
