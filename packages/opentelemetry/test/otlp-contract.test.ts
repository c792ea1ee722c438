import { afterAll, beforeAll } from '@jest/globals';
import { describeBackEnd } from '@turnscope/conformance/jest';
import { type OtlpReceiver, startOtlpReceiver } from '@turnscope/conformance/otlp';
import { formats, pushedReader } from './support/push-to.ts';
import { versions } from './support/versions.ts';

let receiver: OtlpReceiver;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
});
afterAll(() => receiver.close());

for (const version of versions) {
  for (const format of formats) {
    describeBackEnd({
      name: `the producer through OTLP in ${format}, ${version.name}`,
      create: (monitor) => pushedReader(receiver, monitor, { version, format, route: 'produced' }),
    });
  }
}
