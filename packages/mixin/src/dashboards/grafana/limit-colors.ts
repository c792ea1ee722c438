/** As alerts of the same severity. */
export const limitColors = { warning: 'orange', critical: 'red' } as const;
