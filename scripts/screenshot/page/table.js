import { colorNamed, colorOfValue } from './colors.js';
import { append } from './element.js';
import { format } from './format.js';

/** Rows of labels and figures. */
export function drawTable({ columns }, { plot }) {
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  if (rows === 0) return 0;
  const table = append(plot, 'table');
  const head = append(table, 'tr');
  for (const { heading } of columns) append(head, 'th', { text: heading });
  for (let at = 0; at < rows; at += 1) {
    const row = append(table, 'tr');
    for (const column of columns) drawCell(row, column, column.cells[at]);
  }
  return rows;
}

function drawCell(row, { unit, decimals, steps, words }, value) {
  if (typeof value !== 'number') {
    append(row, 'td', { text: value ?? '' });
    return;
  }
  const word = words[value];
  if (word) {
    const style = { background: colorNamed(word.color), color: '#111217' };
    append(row, 'td', { text: word.text, style });
    return;
  }
  append(row, 'td', {
    text: format(value, unit, decimals),
    style: { color: colorOfValue(value, steps) },
  });
}
