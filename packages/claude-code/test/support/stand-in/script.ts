/** One thing that the stand-in does: a word and its argument. */
export interface Step {
  readonly word: string;
  readonly argument: string;
  /** Only when this message is seen for the first time by any process of the folder. */
  readonly once: boolean;
}

/** A message as tests write it: `#7 tool Bash; once crash 3; answer`. */
export interface Order {
  /** What the log calls the message; unique within a test. */
  readonly id: string;
  readonly steps: readonly Step[];
}

/** Understands a prompt. What has no number is called by its text; what has no steps is answered. */
export function readOrder(text: string): Order {
  const [, id = text, rest = text] = /^#(\S+)\s*(.*)$/s.exec(text) ?? [];
  return { id, steps: readSteps(rest) };
}

/** Understands steps between semicolons. */
export function readSteps(text: string): readonly Step[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readStep);
}

function readStep(text: string): Step {
  const words = text.split(/\s+/);
  const once = words[0] === 'once';
  const [word = '', ...argument] = once ? words.slice(1) : words;
  return { word, argument: argument.join(' '), once };
}
