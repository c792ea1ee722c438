/** The lines between which a runbook is written by hand. */
const begins = '<!-- Written by hand from here on; kept when this file is generated again. -->';
const ends = '<!-- End of what is written by hand. -->';

/** What every body tells, each under a heading of the second level. */
const bodySections = ['Impact', 'Diagnosis', 'Mitigation'] as const;

/** What somebody has to fill in. */
export const emptyBody = bodySections.map((section) => `## ${section}`).join('\n\n');

/** What stands between the generated part and the end. */
export function framedBody(body: string): string {
  return `${begins}\n\n${body.trim()}\n\n${ends}\n`;
}

/**
 * The hand-written part of a runbook. Throws a RangeError when its lines are not there in their order, once: what
 * somebody wrote would be lost, or what is generated would be kept.
 */
export function bodyOf(page: string): string {
  const lines = page.split(/\r?\n/);
  const [from, to] = [lines.indexOf(begins), lines.indexOf(ends)];
  const isFramed =
    from >= 0 &&
    to > from &&
    from === lines.lastIndexOf(begins) &&
    to === lines.lastIndexOf(ends) &&
    lines.slice(to + 1).every((line) => line.trim() === '');
  if (!isFramed) {
    throw new RangeError(
      `must have the line "${begins}" once, and "${ends}" once as its last; what stands between them is kept`,
    );
  }
  return lines
    .slice(from + 1, to)
    .join('\n')
    .trim();
}

/** The sections that a body lacks, or in which nothing is said. */
export function missingSections(body: string): readonly string[] {
  return bodySections.filter((section) => {
    const [, said = ''] = `\n${body}\n`.split(`\n## ${section}\n`);
    const [own = ''] = said.split(/^## /m);
    return own.trim() === '';
  });
}
