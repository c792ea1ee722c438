import { z } from 'zod';
import { section } from './section.ts';

/** What metrics show besides the plain numbers, as it stands in turnscope.yaml. */
export const expositionSchema = section({
  exemplars: z.boolean().optional(),
  nativeHistograms: z
    .union(
      [
        z.boolean(),
        section({
          growthFactor: z.number().exactOptional(),
          maxBuckets: z.number().exactOptional(),
        }),
      ],
      'must be true, false or { growthFactor: NUMBER, maxBuckets: NUMBER }',
    )
    .optional(),
  created: z.boolean().optional(),
});

/** The same with every default filled in. Which numbers make sense is known to core. */
export interface ExpositionSettings {
  readonly exemplars: boolean;
  readonly nativeHistograms: NonNullable<z.infer<typeof expositionSchema>['nativeHistograms']>;
  /** OpenMetrics says when counters and histograms began. */
  readonly created: boolean;
}

/** Reading lines takes far longer than to keep exemplars, so the command keeps them, as the library does not. */
export function asExpositionSettings({
  exemplars = true,
  nativeHistograms = false,
  created = false,
}: z.infer<typeof expositionSchema> = {}): ExpositionSettings {
  return { exemplars, nativeHistograms, created };
}
