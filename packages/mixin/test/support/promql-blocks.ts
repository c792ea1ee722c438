/** The blocks of PromQL in a text of Markdown, in their order. */
export function promqlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^ *```promql\n([\s\S]*?)\n *```$/gm)].map(([, query = '']) =>
    query.trim(),
  );
}
