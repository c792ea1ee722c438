import { scrapeInterval } from '../stack/scrape-interval.ts';
import { generatedBy, writeYaml } from '../yaml/write-yaml.ts';

const comment = `${generatedBy}

Scrapes every pod behind a Service that has the label \`app.kubernetes.io/name: turnscope\` and whose port to
\`turnscope serve --web.listen-address :10464\` is named \`metrics\`, in the namespace of this ServiceMonitor. A Prometheus takes
only what its \`serviceMonitorSelector\` selects; the chart kube-prometheus-stack wants the label \`release\` here.`;

/** A ServiceMonitor of the Prometheus Operator whose series have the \`job\` that the rules ask for. */
export function serviceMonitor({ job }: { readonly job: string }): string {
  const labels = { 'app.kubernetes.io/name': 'turnscope' };
  return writeYaml(comment, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'turnscope', labels },
    spec: {
      selector: { matchLabels: labels },
      endpoints: [
        {
          port: 'metrics',
          interval: scrapeInterval,
          // Without this the job would be the name of the Service. A dollar sign would name a part of what was matched.
          relabelings: [
            { action: 'replace', targetLabel: 'job', replacement: job.replaceAll('$', '$$$$') },
          ],
        },
      ],
    },
  });
}
