import type { Builder } from '@grafana/grafana-foundation-sdk/cog';

/**
 * A link or an annotation where everybody sees it. The SDK puts each of them into a menu and knows no
 * other place, which Grafana takes when none is named.
 */
export function inSight<Built extends { placement?: unknown }>(
  builder: Builder<Built>,
): Builder<Built> {
  return {
    build: () => {
      const built = builder.build();
      delete built.placement;
      return built;
    },
  };
}
