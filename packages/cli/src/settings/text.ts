import { z } from 'zod';

/** A text with something in it. */
export const text = z.string().min(1, 'must not be empty');
