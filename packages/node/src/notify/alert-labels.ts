/** Labels that every alert carries by itself. */
const ownLabels: readonly string[] = ['alertname', 'severity', 'process_type', 'instance', 'via'];

/** What is wrong with the name of a label for alerts, as the end of a sentence; undefined when nothing is. */
export function wrongAlertLabel(name: string): string | undefined {
  if (ownLabels.includes(name)) {
    return `is a label that alerts carry by themselves; so are ${ownLabels.join(', ')}`;
  }
  if (/^[A-Za-z_]\w*$/.test(name) && !name.startsWith('__')) return undefined;
  return 'is no name of a label: letters, digits and "_", no digit first, not "__" first';
}
