import type { Demo } from '@turnscope/claude-code';
import { type Repetition, repeat } from './repeat.ts';

/** How a demo plays. */
export interface PlayOptions {
  /** Undefined: until it is stopped. */
  readonly seconds: number | undefined;
  /** Hears that the time is over and the last line is written. */
  readonly onRest: () => void;
  readonly onError: (error: unknown) => void;
}

const playEveryMs = 250;

/** Lets a demo play. Its files then stay as they are, and the numbers with them. */
export function play(demo: Demo, { seconds, onRest, onError }: PlayOptions): Repetition {
  const playing = repeat(() => demo.advance(), playEveryMs, onError);
  if (seconds === undefined) return playing;
  const over = setTimeout(() => void playing.stop().then(onRest), seconds * 1000);
  return {
    stop() {
      clearTimeout(over);
      return playing.stop();
    },
  };
}
