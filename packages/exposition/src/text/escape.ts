const inHelp = /[\\\n]/g;
const inText = /[\\\n"]/g;

const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;

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
  return isPlain(text) ? text : text.replace(inText, escapeOne);
}

/** Looking is several times as fast as replacing nothing, and hardly any label needs an escape. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === newline || unit === quote || unit === backslash) return false;
  }
  return true;
}

function escapeOne(character: string): string {
  return escapes.get(character) ?? character;
}
