import { colorNamed } from './colors.js';

/** What annotations mark, behind the series: a band, and a line where it begins. */
export function drawMarks(chart, marks) {
  const { ctx, bbox } = chart;
  for (const { color, from, to } of marks) {
    const left = chart.valToPos(from, 'x', true);
    const right = chart.valToPos(to, 'x', true);
    ctx.fillStyle = `${colorNamed(color)}1c`;
    ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
    ctx.fillStyle = `${colorNamed(color)}66`;
    ctx.fillRect(left, bbox.top, 1, bbox.height);
  }
}
