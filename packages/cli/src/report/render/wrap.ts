import { beginning, widthOf } from './display-width.ts';

/** Breaks a text into lines of a width at its spaces; a word that is wider is broken too. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => piecesOf(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = word;
  while (widthOf(rest) > width) {
    const piece = beginning(rest, width);
    if (piece === '') return pieces;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === '' ? pieces : [...pieces, rest];
}
