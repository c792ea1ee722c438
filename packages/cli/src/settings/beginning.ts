/** Where counting begins: `now` with what is written after the start of the command, `start` with all there is. */
export const beginnings = ['now', 'start'] as const;
export type Beginning = (typeof beginnings)[number];
