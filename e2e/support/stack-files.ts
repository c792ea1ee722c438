import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { workspace } from '../../scripts/run-command.ts';

/** What the tests read of docker-compose.yml. */
export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly (string | Mount)[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

export interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
}

/** A file of the stack, by its path from the root of the workspace. */
export function stackFile(path: string): string {
  return readFileSync(join(workspace, path), 'utf8');
}

/** A YAML file of the stack, anchors and merges resolved; its shape is the caller's claim. */
export function stackYaml<Shape>(path: string): Shape {
  return parse(stackFile(path), { merge: true }) as Shape;
}
