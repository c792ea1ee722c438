import type { ResolvedManagerOptions } from './manager-options.ts';
import type { ProcessSpec } from './process-context.ts';

const turnLimits: ReadonlyMap<string, number> = new Map([['strategic', 50]]);
const otherTurnLimit = 20;

/** The places of the pool. `createMark` gives another text each time. */
export function processSpecs(
  options: ResolvedManagerOptions,
  createMark: () => string,
): readonly ProcessSpec[] {
  const { groups, command, folder, environment } = options;
  return groups.flatMap(([processType, group]) => {
    const { count = 1, model, args = [] } = group;
    const all = [...options.args, ...(model === undefined ? [] : ['--model', model]), ...args];
    return Array.from({ length: count }, (_, index) => ({
      id: `${processType}-${index + 1}`,
      processType,
      turnLimit: group.turnLimit ?? turnLimits.get(processType) ?? otherTurnLimit,
      launch: (conversationId: string | undefined) => ({
        command,
        args: conversationId === undefined ? all : [...all, '--resume', conversationId],
        folder,
        environment,
        mark: createMark(),
      }),
    }));
  });
}
