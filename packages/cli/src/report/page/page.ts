/** How something strikes the eye. The words say the same: a reader without colours misses nothing. */
export type Tone = 'good' | 'warning' | 'critical' | 'faint' | 'strong';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Where there is little room the column becomes narrower, first down to this. Default: it stays as wide as it is. */
  readonly least?: number;
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Words that break into lines. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: Tone | undefined;
}

/** Numbered. */
interface List {
  readonly kind: 'list';
  readonly items: readonly {
    readonly title: string;
    readonly tone?: Tone | undefined;
    readonly text: string;
  }[];
}

export type Block = Table | Paragraph | List;

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as people read it, whatever it is written in. Its texts may hold any characters. */
export interface Page {
  readonly title: string;
  readonly introduction: readonly Paragraph[];
  readonly sections: readonly Section[];
}

export function paragraph(text: string, tone?: Tone): Paragraph {
  return { kind: 'paragraph', text, tone };
}

export function cell(text: string, tone?: Tone): Cell {
  return { text, tone };
}

/** A name, of which the beginning says the most. */
export function nameColumn(title: string, least = 9): Column {
  return { title, align: 'left', least };
}

export function numberColumn(title: string): Column {
  return { title, align: 'right' };
}

export function textColumn(title: string): Column {
  return { title, align: 'left' };
}
