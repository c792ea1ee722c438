import type { z } from 'zod';
import type { Environment } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import { duration } from './duration.ts';
import { receiverUrl, wrongUrl } from './receiver.ts';
import { section } from './section.ts';

/** Where metrics are pushed to, as it stands in turnscope.yaml. */
export const otlpSchema = section({
  endpoint: receiverUrl,
  interval: duration({ least: 1, most: 3_600 }).optional(),
});

export interface OtlpSettings {
  /** Where metrics are taken: the endpoint with `/v1/metrics` behind it. */
  readonly url: string;
  readonly intervalSeconds: number;
  readonly hostName: string;
}

const defaultIntervalSeconds = 60;
const metricsPath = '/v1/metrics';

/** Fills in defaults; by default nothing is pushed. Throws a CommandError when the flag is no URL. */
export function asOtlpSettings(
  flag: string | undefined,
  written: z.infer<typeof otlpSchema> | undefined,
  { hostName }: Environment,
): OtlpSettings | undefined {
  const endpoint = checked(flag) ?? written?.endpoint;
  if (endpoint === undefined) return undefined;
  return {
    url: metricsUrl(endpoint),
    intervalSeconds: written?.interval ?? defaultIntervalSeconds,
    hostName,
  };
}

function checked(flag: string | undefined): string | undefined {
  const wrong = flag === undefined ? undefined : wrongUrl(flag);
  if (wrong === undefined) return flag;
  throw new CommandError(misused, `--otlp-endpoint ${wrong}`);
}

/** As OpenTelemetry does it with an endpoint for all signals; one that is for metrics alone stays as it is. */
function metricsUrl(endpoint: string): string {
  const url = new URL(endpoint);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(metricsPath) ? path : path + metricsPath;
  return url.href;
}
