const inHelp = /[\\\n]/g;
const inLabelValue = /[\\\n"]/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['"', '\\"'],
]);

/** A help text, as it stands after `# HELP name`: on one line. */
export function escapeHelp(text: string): string {
  return text.replace(inHelp, escapeOne);
}

/** A label value, as it stands between its quotes. */
export function escapeLabelValue(value: string): string {
  return value.replace(inLabelValue, escapeOne);
}

function escapeOne(character: string): string {
  return escapes.get(character) ?? character;
}
