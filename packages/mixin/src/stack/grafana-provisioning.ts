import { generatedBy } from '../yaml/write-yaml.ts';
import { scrapeInterval } from './scrape-interval.ts';

/** What tells a Grafana beside the exporter its data sources and dashboards, as text by path. */
export function grafanaProvisioning(): Readonly<Record<string, string>> {
  return {
    'grafana/provisioning/dashboards/turnscope.yml': dashboards,
    'grafana/provisioning/datasources/turnscope.yml': dataSources,
  };
}

const dashboards = `# ${generatedBy}
apiVersion: 1
providers:
  - name: turnscope
    folder: Turnscope
    type: file
    # The files are generated; what is changed in the browser would be lost.
    allowUiUpdates: false
    options: { path: /etc/grafana/dashboards }
`;

const dataSources = `# ${generatedBy}
apiVersion: 1
datasources:
  - name: Prometheus
    uid: turnscope-prometheus
    type: prometheus
    url: http://prometheus:9090
    isDefault: true
    # As in prometheus.yml; Grafana derives $__rate_interval from it.
    jsonData: { timeInterval: ${scrapeInterval}, httpMethod: POST }
  - name: Alertmanager
    uid: turnscope-alertmanager
    type: alertmanager
    url: http://alertmanager:9093
    jsonData: { implementation: prometheus }
`;
