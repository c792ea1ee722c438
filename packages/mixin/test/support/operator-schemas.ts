/**
 * What the API server would check of the objects that we write, as JSON schemas: the fields of monitoring.coreos.com/v1
 * (https://prometheus-operator.dev/docs/api-reference/api/) that we use, and no other. Kept by hand: no package brings
 * them. A field that is not listed is refused, as it would be dropped there.
 */
const duration = {
  type: 'string',
  pattern:
    '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$',
  minLength: 1,
};
const texts = { type: 'object', additionalProperties: { type: 'string' } };
const labelName = '^[a-zA-Z_][a-zA-Z0-9_]*$';

/** Of Kubernetes: a name of DNS, labels of at most 63 characters. */
const metadata = object(
  {
    name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 },
    labels: {
      type: 'object',
      propertyNames: { pattern: '^([a-z0-9.-]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$' },
      additionalProperties: {
        type: 'string',
        pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
        maxLength: 63,
      },
    },
  },
  ['name'],
);

const ruleLabels = { ...texts, propertyNames: { pattern: labelName } };
const recordingRule = object(
  {
    record: { type: 'string', pattern: '^[a-zA-Z_:][a-zA-Z0-9_:]*$' },
    expr: { type: 'string', minLength: 1 },
    labels: ruleLabels,
  },
  ['record', 'expr'],
);
const alertRule = object(
  {
    alert: { type: 'string', minLength: 1 },
    expr: { type: 'string', minLength: 1 },
    for: duration,
    keep_firing_for: duration,
    labels: ruleLabels,
    annotations: ruleLabels,
  },
  ['alert', 'expr'],
);

export const prometheusRuleSchema = resource('PrometheusRule', {
  groups: {
    type: 'array',
    minItems: 1,
    items: object(
      {
        name: { type: 'string', minLength: 1 },
        interval: duration,
        rules: { type: 'array', minItems: 1, items: { oneOf: [recordingRule, alertRule] } },
      },
      ['name', 'rules'],
    ),
  },
});

export const serviceMonitorSchema = resource('ServiceMonitor', {
  selector: object({ matchLabels: texts }, ['matchLabels']),
  endpoints: {
    type: 'array',
    minItems: 1,
    items: object(
      {
        port: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 15 },
        interval: duration,
        relabelings: {
          type: 'array',
          items: object({
            action: { enum: ['replace'] },
            targetLabel: { type: 'string', pattern: labelName },
            replacement: { type: 'string' },
          }),
        },
      },
      ['port'],
    ),
  },
});

function resource(kind: string, spec: Readonly<Record<string, unknown>>) {
  return object(
    {
      apiVersion: { const: 'monitoring.coreos.com/v1' },
      kind: { const: kind },
      metadata,
      spec: object(spec, Object.keys(spec)),
    },
    ['apiVersion', 'kind', 'metadata', 'spec'],
  );
}

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false };
}
