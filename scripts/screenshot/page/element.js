/* global document */

/** A new element at the end of another. Text is text, whatever is in it. */
export function append(parent, name, { text, className, style } = {}) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  Object.assign(element.style, style);
  parent.append(element);
  return element;
}

/** The room that is left for a chart when its title and its legend are there. */
export function sizeOf(plot) {
  return { width: plot.clientWidth, height: plot.clientHeight };
}

/** The names of series and their colours. */
export function legend(parent, entries) {
  const list = append(parent, 'ul', { className: 'legend' });
  for (const { name, color, isDashed } of entries) {
    const item = append(list, 'li');
    append(item, 'i', {
      className: isDashed ? 'dashed' : '',
      style: isDashed ? { borderColor: color } : { background: color },
    });
    append(item, 'span', { text: name });
  }
}
