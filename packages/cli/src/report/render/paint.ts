import { styleText } from 'node:util';
import type { CommandContext } from '../../command-context.ts';
import type { Tone } from '../page/page.ts';

/** Gives a text its tone. */
export type Paint = (text: string, tone: Tone | undefined) => string;

/** Where there are no colours. */
export const plain: Paint = (text) => text;

const styles = {
  good: 'green',
  warning: 'yellow',
  critical: 'red',
  faint: 'dim',
  strong: 'bold',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Colours by the sequences that every terminal with colours knows. */
export const colored: Paint = (text, tone) =>
  tone === undefined ? text : styleText(styles[tone], text, { validateStream: false });

/** Whether what is said may have colours: on a terminal that has some, unless `NO_COLOR`; anywhere with `FORCE_COLOR`. */
export function wantsColors({
  terminal,
  environment,
}: Pick<CommandContext, 'terminal' | 'environment'>): boolean {
  const forced = environment.variables['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return terminal.screen?.colors ?? false;
}
