/** Neutral text, so that nobody takes a demo conversation for somebody's work. */
export const promptTexts = [
  'demo: tidy the imaginary garden shed',
  'demo: count the imaginary apples again',
  'demo: draw the imaginary map a little larger',
  'demo: find the shortest way around the imaginary lake',
] as const;

export const thoughtText = 'demo: thinking about an imaginary task';

export const remarkTexts = [
  'demo: looking at the next imaginary thing',
  'demo: this imaginary thing is almost done',
  'demo: one more imaginary thing to check',
] as const;

export const answerTexts = [
  'demo: done, everything imaginary is in its place',
  'demo: done, all imaginary things are counted',
  'demo: done, the imaginary map is up to date',
] as const;

export const toolResultText = 'demo: the imaginary tool has answered';
export const toolErrorText = 'demo: the imaginary tool could not do that';
export const overloadText = 'demo: overloaded';

export const summaryText =
  'demo: This session is being continued from a previous conversation. Everything in it was imaginary.';

export function notificationText(taskId: string): string {
  return [
    '<task-notification>',
    `<task-id>${taskId}</task-id>`,
    '<status>completed</status>',
    '<summary>demo: an imaginary background task has finished</summary>',
    '</task-notification>',
  ].join('\n');
}
