import { colorNamed } from './colors.js';
import { append, legend } from './element.js';

/** A row for each series, and in it a piece for each stretch in one state. */
export function drawStates({ series, words }, { plot, section, shown }) {
  const span = shown.to - shown.from;
  const list = append(plot, 'div', { className: 'states' });
  for (const { name, points } of [...series].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const row = append(list, 'div', { className: 'state-row' });
    append(row, 'span', { text: name });
    const track = append(row, 'div');
    for (const { value, from, to } of stretchesOf(points)) {
      append(track, 'i', {
        style: {
          left: `${((from - shown.from) / span) * 100}%`,
          width: `${((to - from) / span) * 100}%`,
          background: colorNamed(words[value]?.color ?? 'text'),
        },
      });
    }
  }
  const scale = append(list, 'div', { className: 'state-row scale' });
  append(scale, 'span');
  const times = append(scale, 'div');
  for (let part = 0; part <= 6; part += 1) {
    const time = new Date((shown.from + (span * part) / 6) * 1000).toTimeString().slice(0, 5);
    append(times, 'b', { text: time, style: { left: `${(part / 6) * 100}%` } });
  }
  legend(
    section,
    Object.values(words).map(({ text, color }) => ({ name: text, color: colorNamed(color) })),
  );
  return series.length;
}

/** Points that follow each other with the same value; a point holds until the next would come. */
function stretchesOf(points) {
  const gaps = points.slice(1).map(([time], at) => time - points[at][0]);
  const step = gaps.length > 0 ? Math.min(...gaps) : 60;
  const stretches = [];
  for (const [time, value] of points) {
    const last = stretches.at(-1);
    if (last && last.value === value && time <= last.to) last.to = time + step;
    else stretches.push({ value, from: time, to: time + step });
  }
  return stretches;
}
