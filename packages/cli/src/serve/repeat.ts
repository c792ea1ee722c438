/** Work that is done over and over. */
export interface Repetition {
  /** No round begins any more; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Does `work` now and then again, each round `pauseMs` after the end of the one before, so that
 * rounds never overlap. A round that fails is told to `onError` and the next one comes all the same.
 */
export function repeat(
  work: () => Promise<unknown>,
  pauseMs: number,
  onError: (error: unknown) => void,
): Repetition {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = round();

  async function round(): Promise<void> {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
    if (!stopped) timer = setTimeout(() => (running = round()), pauseMs);
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
