import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** Names that a format could stumble over. */
export const unusualValues: readonly string[] = [
  'say "hi"',
  'line\nbreak',
  'carriage\rreturn',
  'back\\slash',
  'back\\nslash-n',
  'ends with \\',
  '🌞',
  'é',
  'a,b="c"} 1',
  'x # {y="z"} 1',
  ' ',
  '\0',
  '\u2028',
  '__proto__',
  'constructor',
];

/** Label values of any characters. Empty ones the monitor has itself: of what is about no process type. */
export const unusualLabelValues: Scenario = {
  name: 'unusual label values',
  options: { labelLimits: { process_type: 40 }, labels: { project: unusualValues } },
  steps: [
    {
      what: 'models, process types and values of a label of that kind',
      play: (stage) => {
        for (const value of unusualValues) record(stage, value);
      },
    },
    { what: 'an evaluation', play: ({ advance }) => advance(15) },
    { what: 'half a character', play: (stage) => record(stage, 'half \ud83c') },
  ],
};

function record({ monitor }: Stage, value: string): void {
  const labels = { project: value };
  monitor.recordExchange(exchange({ conversationId: value, model: value, labels }));
  monitor.recordExchange(exchange({ conversationId: value, processType: value }));
  monitor.recordToolCall({ conversationId: value, tool: value, outcome: 'success' });
}
