import type { LineContent, ResponseLine } from '../parse/transcript-line.ts';
import { hashOf } from './hash-text.ts';

/** Tools of one turn that run at the same time, with room: beyond it the oldest is taken as answered. */
const mostPendingTools = 1024;

/**
 * What a turn still waits for, told by the lines of its chain. MUTABLE and bounded. A request is
 * pending from the user's side until the next line of a response, and a tool from its use until its
 * result. A line in the user's name may be a request (the feedback of a hook) or the caveat before
 * a local command, which asks for nothing: the command that follows tells.
 */
export class PendingWork {
  readonly #tools = new Set<number>();
  #request: 'none' | 'perhaps' | 'pending' = 'pending';
  #endSaid = false;

  get any(): boolean {
    return this.#request !== 'none' || this.#tools.size > 0;
  }

  /** Whether the last line of a response carried the stop reason `end_turn`, and no hook runs since. */
  get endSaid(): boolean {
    return this.#endSaid;
  }

  look(content: LineContent): void {
    switch (content.kind) {
      case 'prompt':
      case 'retry':
        this.#request = 'pending';
        break;
      case 'tool-results':
        for (const { toolUseId } of content.results) this.#tools.delete(hashOf(toolUseId));
        this.#request = 'pending';
        break;
      case 'activity':
        if (this.#request === 'none') this.#request = 'perhaps';
        break;
      case 'local-command':
      case 'local-output':
        if (this.#request === 'perhaps') this.#request = 'none';
        break;
      case 'stop-hook':
        this.#endSaid = false;
        break;
      case 'response':
        this.#answer(content.response);
        break;
    }
  }

  #answer({ endsTurn, toolUses }: ResponseLine): void {
    this.#request = 'none';
    this.#endSaid = endsTurn;
    for (const { id } of toolUses) this.#tools.add(hashOf(id));
    const [oldest] = this.#tools;
    if (oldest !== undefined && this.#tools.size > mostPendingTools) this.#tools.delete(oldest);
  }
}
