import stringWidth from 'string-width';

const dots = '...';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cells of a terminal that a printable text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The beginning of a text that is too wide, with dots where they fit. */
export function cut(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const end = room > dots.length ? dots : '';
  return beginning(text, room - end.length) + end;
}

/** As many whole characters from its beginning as fit. */
export function beginning(text: string, room: number): string {
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment);
    if (width > room) break;
    kept += segment;
  }
  return kept;
}

/** Fills a text with spaces to a width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}
