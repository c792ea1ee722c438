/** The windows that gauges and alerts are computed over, by their names in PromQL, in seconds. */
export const windows = { '15m': 900, '1h': 3600 } as const;

export type WindowName = keyof typeof windows;

/** In the order of length. */
export const windowNames = Object.keys(windows) as readonly WindowName[];
