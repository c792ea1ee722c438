import { dashboardFiles } from '../../../src/dashboards/dashboard-files.ts';
import type { MixinOptions } from '../../../src/mixin-options.ts';

/** What the tests read of a dashboard. */
export interface ReadDashboard {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly links: readonly Readonly<Record<string, unknown>>[];
  readonly panels: readonly ReadPanel[];
  readonly annotations: { readonly list: readonly ReadAnnotation[] };
  readonly templating: { readonly list: readonly { readonly name: string }[] };
}

export interface ReadPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
  readonly links?: readonly { readonly url: string }[];
  readonly fieldConfig: {
    readonly defaults: { readonly thresholds?: ReadThresholds };
    readonly overrides: readonly ReadOverride[];
  };
}

interface ReadAnnotation {
  readonly name: string;
  readonly expr: string;
}

interface ReadThresholds {
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

interface ReadOverride {
  readonly matcher: { readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

/** The dashboards for these options, read back from their text. */
export function readDashboards(options: MixinOptions): readonly ReadDashboard[] {
  return Object.values(dashboardFiles(options)).map((text): ReadDashboard => JSON.parse(text));
}

/** The dashboard of this uid. */
export function dashboardOf(uid: string, options: MixinOptions): ReadDashboard {
  const found = readDashboards(options).find((each) => each.uid === uid);
  if (found === undefined) throw new Error(`no dashboard ${uid}`);
  return found;
}

/** A panel by the uid of its dashboard and its id. */
export function panelOf(uid: string, id: number, options: MixinOptions): ReadPanel {
  const found = dashboardOf(uid, options).panels.find((panel) => panel.id === id);
  if (found === undefined) throw new Error(`no panel ${id} on ${uid}`);
  return found;
}
