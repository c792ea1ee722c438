import type { Block, Cell, Page, Section, Table } from '../page/page.ts';
import { printable } from './printable.ts';

/** What Markdown would take for more than text. */
const meaningful = /[\\`*_[\]<>|~&#]/g;

/** A page in GitHub Flavored Markdown, for an issue or a chat. Names in it are text, whatever they hold. */
export function renderMarkdown({ title, introduction, sections }: Page): string {
  const parts = [
    `## ${escaped(title)}`,
    ...introduction.map(blockText),
    ...sections.flatMap(sectionParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({ title, blocks }: Section): readonly string[] {
  return [`### ${escaped(title)}`, ...blocks.map(blockText)];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text);
    case 'table':
      return tableText(block);
    case 'list':
      return block.items
        .map(({ title, text }, at) => `${at + 1}. **${escaped(title)}** ${escaped(text)}`)
        .join('\n');
  }
}

function tableText({ columns, rows }: Table): string {
  const head = columns.map(({ title }) => escaped(title));
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'));
  return [head, rule, ...rows.map((row) => row.map(cellText))].map(line).join('\n');
}

/** What matters is bold, as there are no colours. */
function cellText({ text, tone }: Cell): string {
  const isBad = tone === 'warning' || tone === 'critical';
  return isBad ? `**${escaped(text)}**` : escaped(text);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escaped(text: string): string {
  return printable(text).replace(meaningful, '\\$&');
}
