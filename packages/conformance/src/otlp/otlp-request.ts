/** A request of OTLP for metrics, in its JSON form. What was not written is absent. */
export interface OtlpRequest {
  readonly resourceMetrics?: readonly {
    readonly resource?: { readonly attributes?: readonly OtlpAttribute[] };
    readonly scopeMetrics?: readonly { readonly metrics?: readonly OtlpMetric[] }[];
  }[];
}

export interface OtlpAttribute {
  readonly key?: string;
  readonly value?: { readonly stringValue?: string };
}

/** One of `gauge`, `sum` and `histogram` is there. */
export interface OtlpMetric {
  readonly name?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly gauge?: { readonly dataPoints?: readonly OtlpNumber[] };
  readonly sum?: {
    readonly dataPoints?: readonly OtlpNumber[];
    readonly aggregationTemporality?: number;
    readonly isMonotonic?: boolean;
  };
  readonly histogram?: {
    readonly dataPoints?: readonly OtlpHistogram[];
    readonly aggregationTemporality?: number;
  };
}

/** Whole numbers of 64 bits and what is not finite may be text. JSON may hold null, which is none. */
export type JsonNumber = number | string | null;

interface OtlpPoint {
  readonly attributes?: readonly OtlpAttribute[];
  readonly startTimeUnixNano?: JsonNumber;
}

export interface OtlpNumber extends OtlpPoint {
  readonly asDouble?: JsonNumber;
  readonly asInt?: JsonNumber;
}

export interface OtlpHistogram extends OtlpPoint {
  readonly count?: JsonNumber;
  readonly sum?: JsonNumber;
  readonly bucketCounts?: readonly JsonNumber[];
  readonly explicitBounds?: readonly JsonNumber[];
}

/** Its metrics, whatever their resource and scope. */
export function metricsOf({ resourceMetrics = [] }: OtlpRequest): readonly OtlpMetric[] {
  return resourceMetrics.flatMap(({ scopeMetrics = [] }) =>
    scopeMetrics.flatMap(({ metrics = [] }) => metrics),
  );
}

/** What the first resource says of itself, as far as it is text. */
export function resourceOf({ resourceMetrics = [] }: OtlpRequest): Record<string, string> {
  const attributes = resourceMetrics[0]?.resource?.attributes ?? [];
  return Object.fromEntries(
    attributes.map(({ key = '', value }) => [key, value?.stringValue ?? '']),
  );
}
