import { join } from 'node:path';

/** What a stand-in needs to know, and nothing that leads to the home of a person. */
export function agentEnvironment(folder: string, startup = ''): Record<string, string> {
  return {
    HOME: folder,
    CLAUDE_CONFIG_DIR: join(folder, 'claude'),
    STAND_IN_FOLDER: folder,
    STAND_IN_STARTUP: startup,
  };
}
