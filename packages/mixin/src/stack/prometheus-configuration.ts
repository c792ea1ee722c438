import { stringify } from 'yaml';
import { generatedBy } from '../yaml/write-yaml.ts';
import { scrapeInterval } from './scrape-interval.ts';

/** The configuration of a Prometheus beside the exporter, with its rules and an Alertmanager. */
export function prometheusConfiguration({ job }: { readonly job: string }): string {
  return `# ${generatedBy}
# For docker compose. Without Docker the two targets are on this machine:
#   sed 's/turnscope:10464/127.0.0.1:10464/; s/alertmanager:9093/127.0.0.1:9093/' prometheus.yml > local.yml
#   prometheus --config.file=local.yml --web.listen-address=127.0.0.1:9090 \\
#     --storage.tsdb.path=data --enable-feature=exemplar-storage

global:
  scrape_interval: ${scrapeInterval}
  evaluation_interval: ${scrapeInterval}

rule_files:
  - rules/*.yml

scrape_configs:
  - job_name: ${onOneLine(job)}
    static_configs:
      - targets: ["turnscope:10464"]

alerting:
  alertmanagers:
    - static_configs:
        - targets: ["alertmanager:9093"]
`;
}

/** Quoted where it must be, and never folded: a second line would have to be indented. */
function onOneLine(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}
