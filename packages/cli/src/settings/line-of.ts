import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/** The line of what stands at a path, or of the nearest thing around it that is there. */
export function lineOf(
  document: Document,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === undefined) break;
    offset = next.offset;
    node = next.node;
  }
  return lines.linePos(offset).line;
}

function stepInto(node: unknown, step: PropertyKey): { offset: number; node: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return { offset: startOf(item), node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { offset: startOf(pair.key), node: pair.value };
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}
