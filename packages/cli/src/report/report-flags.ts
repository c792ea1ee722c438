/** What a report is written in: `text` for a terminal, `json` for programs, `markdown` for an issue or a chat. */
export const reportFormats = ['text', 'json', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The options of `turnscope report` as they were written on the command line. */
export interface ReportFlags {
  readonly transcripts?: readonly string[];
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly config?: string;
}
