const inHelp: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['n', '\n'],
]);
const inLabelValue: ReadonlyMap<string, string> = new Map([...inHelp, ['"', '"']]);

/** A help text of the text format 0.0.4, where a quote is written as it is. */
export function unescapeHelp(text: string): string {
  return plainText(text, inHelp);
}

/** A label value of either format, and a help text of OpenMetrics. */
export function unescapeLabelValue(text: string): string {
  return plainText(text, inLabelValue);
}

function plainText(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\\(.?)/gsu, (sequence, character: string) => {
    const plain = known.get(character);
    if (plain === undefined) throw new Error(`${sequence} is no escape`);
    return plain;
  });
}
