import { asRunbooks, wrongRunbooks } from '@turnscope/node';
import { z } from 'zod';

/** Where runbooks are read, as it stands in turnscope.yaml; becomes a URL with a slash at its end. */
export const runbooksSchema = z.string().transform((url, context) => {
  const wrong = wrongRunbooks(url);
  if (wrong === undefined) return asRunbooks(url);
  // Before the @ there may be a password.
  const message = url.includes('@') ? wrong : `${wrong}; got ${url}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
