/** Grafana's names of colours, in its dark theme. */
const named = {
  green: '#73bf69',
  yellow: '#fade2a',
  orange: '#ff9830',
  red: '#f2495c',
  blue: '#5794f2',
  purple: '#b877d9',
  text: '#d5d6e0',
};
const palette = [
  '#5794f2',
  '#b877d9',
  '#33a2b8',
  '#e0b400',
  '#8ab8ff',
  '#de79c6',
  '#7c93b5',
  '#d9823b',
  '#705da0',
];
const byName = new Map();

/** The colour of a name of Grafana's. */
export function colorNamed(name) {
  return named[name] ?? name;
}

/** Gives colours to the names that have none: first to those that stand in most panels, as these are to differ. */
export function shareColors(panels) {
  const counts = new Map();
  for (const { name, color } of panels.flatMap(({ series }) => series)) {
    if (!color) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  for (const [at, [name]] of names.entries()) byName.set(name, palette[at % palette.length]);
}

/** The colour of a series, the same in every panel of a picture. */
export function colorOf({ name, color }) {
  return color ? colorNamed(color) : byName.get(name);
}

/** The colour of a value: that of the last step that it reaches. */
export function colorOfValue(value, steps) {
  const reached = steps.filter((step) => step.value === null || value >= step.value);
  return colorNamed(reached.at(-1)?.color ?? 'text');
}
