import { resolveThresholds } from '@turnscope/core';
import type { MixinOptions } from '@turnscope/mixin';
import { defaultRunbooks } from '@turnscope/node';

/** What the committed files are generated for: the command beside the stack of docker-compose.yml. */
export const mixinOptions: MixinOptions = {
  thresholds: resolveThresholds('coding-agent'),
  prometheus: '2.42',
  job: 'turnscope',
  runbooks: defaultRunbooks,
  grafana: 'http://127.0.0.1:3000',
};
