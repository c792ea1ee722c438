// A scrape of prom-client's registry: Turnscope's store in it, beside the same series in prom-client's own metrics.
// Argument: how many models there are, and with them series.

import { registerTurnscope } from '@turnscope/prom-client';
import { Registry } from 'prom-client';
import { createModelMonitor, recordModels } from '../scrape/agents-of-models.ts';
import { compareTwins } from '../scrape/compare-twins.ts';
import { nativeTwin } from '../scrape/native-twin.ts';

const models = Number(process.argv[2] ?? 4);
const monitor = createModelMonitor(models);
recordModels(monitor, models);
const own = new Registry();
registerTurnscope(own, monitor);
const native = nativeTwin(monitor.collect());

const result = await compareTwins(
  { name: 'prom-client', text: () => native.metrics() },
  { name: 'Turnscope', text: () => own.metrics() },
);
console.log(JSON.stringify(result));
