import { parseOpenMetrics, parseText } from '@turnscope/conformance';
import { describeBackEnd } from '@turnscope/conformance/jest';
import { createRenderer } from '../src/index.ts';
import { asReadFamilies } from './support/as-read-families.ts';
import { parseProtobuf } from './support/parse-protobuf.ts';

describeBackEnd({
  name: 'text 0.0.4',
  create(monitor) {
    const renderer = createRenderer('text');
    return { read: async () => parseText([...renderer.render(monitor.collect())].join('')) };
  },
});

describeBackEnd({
  name: 'OpenMetrics 1.0',
  create(monitor) {
    const renderer = createRenderer('openmetrics');
    return { read: async () => parseOpenMetrics([...renderer.render(monitor.collect())].join('')) };
  },
});

describeBackEnd({
  name: 'protobuf',
  create(monitor) {
    const renderer = createRenderer('protobuf');
    return {
      async read() {
        // A piece is valid until the next one is taken.
        const pieces = Array.from(renderer.render(monitor.collect()), (piece) =>
          Buffer.from(piece),
        );
        return asReadFamilies(parseProtobuf(Buffer.concat(pieces)));
      },
    };
  },
});
