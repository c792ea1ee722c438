/**
 * A text as code in a cell of a table of Markdown: a pipe would end the cell, and a backtick the code, so more of them in a
 * row than the text has stand around it.
 */
export function codeCell(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}
