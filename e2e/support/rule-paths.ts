import { join } from 'node:path';
import { workspace } from '../../scripts/run-command.ts';

/** The generated rule files. */
export const rulePaths: readonly string[] = ['alerts.yml', 'recording.yml'].map((name) =>
  join(workspace, 'rules', name),
);
