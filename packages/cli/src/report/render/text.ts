import type { Block, Cell, Column, Page, Section, Table } from '../page/page.ts';
import { cut, pad, widthOf } from './display-width.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { tableWidths } from './table-widths.ts';
import { wrap } from './wrap.ts';

/** No line is wider, whatever the terminal: most are no narrower, and a page of text reads well so. */
const columnsOfTerminal = 80;
const indent = '  ';
const gap = '  ';

/** A page for a terminal: no control characters but line ends and, where `paint` gives them, colours. */
export function renderText({ title, introduction, sections }: Page, paint: Paint): string {
  const lines = [
    paint(printable(title), 'strong'),
    ...introduction.flatMap((block) => blockLines(block, paint, '')),
    ...sections.flatMap((section) => ['', ...sectionLines(section, paint)]),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, blocks }: Section, paint: Paint): readonly string[] {
  return [
    paint(cut(printable(title), columnsOfTerminal), 'strong'),
    ...blocks.flatMap((block, at) => {
      const isSecondTable = block.kind === 'table' && blocks[at - 1]?.kind === 'table';
      return [...(isSecondTable ? [''] : []), ...blockLines(block, paint, indent)];
    }),
  ];
}

function blockLines(block: Block, paint: Paint, before: string): readonly string[] {
  const room = columnsOfTerminal - before.length;
  switch (block.kind) {
    case 'paragraph':
      return wrap(printable(block.text), room).map((line) => before + paint(line, block.tone));
    case 'table':
      return tableLines(block, paint, room).map((line) => before + line);
    case 'list':
      return block.items.flatMap(({ title, tone, text }, at) => {
        const number = `${at + 1}. `;
        const under = ' '.repeat(number.length);
        const width = room - number.length;
        return [
          ...wrap(printable(title), width).map(
            (line, index) => before + (index === 0 ? number : under) + paint(line, tone),
          ),
          ...wrap(printable(text), width).map((line) => before + under + line),
        ];
      });
  }
}

function tableLines({ columns, rows }: Table, paint: Paint, room: number): readonly string[] {
  const head = columns.map(({ title }): Cell => ({ text: title, tone: 'faint' }));
  const all = [head, ...rows].map((row) =>
    row.map(({ text, tone }) => ({ text: printable(text), tone })),
  );
  const natural = columns.map((_, at) =>
    Math.max(...all.map((row) => widthOf(row[at]?.text ?? ''))),
  );
  const widths = tableWidths(columns, natural, room - gap.length * (columns.length - 1));
  return all.map((row) => rowLine(row, columns, widths, paint));
}

function rowLine(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  paint: Paint,
): string {
  const last = columns.length - 1;
  const cells = columns.map(({ align }, at) => {
    const { text = '', tone } = row[at] ?? {};
    const width = widths[at] ?? 0;
    const shown = cut(text, width);
    const padded = at === last && align === 'left' ? shown : pad(shown, width, align);
    return paint(padded, tone);
  });
  return cells.join(gap);
}
