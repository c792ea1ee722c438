import type { Mapping, Panel } from '../../e2e/support/dashboards.ts';
import type { Step, Words } from './shown-panel.ts';

/** How a field looks that comes from a query and has a name: the panel's defaults, then what overrides them. */
interface FieldLook {
  readonly color?: string | undefined;
  readonly isDashed: boolean;
  readonly isInLegend: boolean;
  readonly unit: string;
  readonly decimals?: number | undefined;
  readonly steps: readonly Step[];
  readonly words: Words;
}

/** As Grafana puts overrides over defaults. */
export function fieldLook(panel: Panel, name: string, refId = ''): FieldLook {
  const { unit = '', decimals, thresholds, mappings = [] } = panel.fieldConfig?.defaults ?? {};
  const own = propertiesOf(panel, name, refId);
  return {
    color: own.color?.fixedColor,
    isDashed: own['custom.lineStyle'] !== undefined,
    isInLegend: own['custom.hideFrom']?.legend !== true,
    unit: own.unit ?? unit,
    decimals: own.decimals ?? decimals,
    steps: own.thresholds?.steps ?? thresholds?.steps ?? [],
    words: Object.assign({}, ...(own.mappings ?? mappings).map(({ options }) => options)),
  };
}

/** The properties that our dashboards set. */
interface OwnProperties {
  readonly color?: { readonly fixedColor?: string };
  readonly 'custom.lineStyle'?: unknown;
  readonly 'custom.hideFrom'?: { readonly legend: boolean };
  readonly unit?: string;
  readonly decimals?: number;
  readonly thresholds?: { readonly steps: readonly Step[] };
  readonly mappings?: readonly Mapping[];
}

function propertiesOf({ fieldConfig }: Panel, name: string, refId: string): OwnProperties {
  const found = (fieldConfig?.overrides ?? []).filter(
    ({ matcher }) => matcher.options === (matcher.id === 'byFrameRefID' ? refId : name),
  );
  return Object.fromEntries(
    found.flatMap(({ properties }) => properties.map(({ id, value }) => [id, value])),
  );
}
