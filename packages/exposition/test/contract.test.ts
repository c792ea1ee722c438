import { parseText } from '@turnscope/conformance';
import { describeBackEnd } from '@turnscope/conformance/jest';
import { createTextRenderer } from '../src/index.ts';

describeBackEnd({
  name: 'text 0.0.4',
  create(monitor) {
    const renderer = createTextRenderer();
    return { read: async () => parseText([...renderer.render(monitor.collect())].join('')) };
  },
});
