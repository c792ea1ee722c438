const inHelp = /[\\\n]/g;
const inText = /[\\\n"]/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['"', '\\"'],
]);

/** A help text, as it stands after `# HELP name` in text 0.0.4: on one line. */
export function escapeHelp(text: string): string {
  return text.replace(inHelp, escapeOne);
}

/** A label value, as it stands between its quotes; in OpenMetrics a help text too. */
export function escapeText(text: string): string {
  return text.replace(inText, escapeOne);
}

function escapeOne(character: string): string {
  return escapes.get(character) ?? character;
}
