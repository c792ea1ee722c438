import type { Command } from 'commander';

/** Adds the option that names the folders to read. */
export function addTranscripts(command: Command): Command {
  return command.option(
    '--transcripts <dir>',
    'folder with transcripts, repeatable (default: $CLAUDE_CONFIG_DIR/projects, else ~/.claude/projects)',
    (folder: string, before: readonly string[] = []) => [...before, folder],
  );
}
