import { defaultRunbooks, readSecret, SecretError, wrongAlertLabel } from '@turnscope/node';
import { z } from 'zod';
import type { Environment } from '../command-context.ts';
import { asReceiver, type Receiver, receiverSchema, secretsOf } from './receiver.ts';
import { runbooksSchema } from './runbooks.ts';
import { section } from './section.ts';
import { text } from './text.ts';

const labels = z.record(text, text).superRefine((written, context) => {
  for (const name of Object.keys(written)) {
    const wrong = wrongAlertLabel(name);
    if (wrong === undefined) continue;
    context.addIssue({ code: 'custom', path: [name], message: `${name} ${wrong}` });
  }
});

/** Who is told of alerts and how, as it stands in turnscope.yaml. */
export const notifySchema = section({
  instance: text.optional(),
  labels: labels.optional(),
  runbooks: runbooksSchema.optional(),
  alertmanager: z.array(receiverSchema).optional(),
  webhooks: z.array(receiverSchema).optional(),
});

type WrittenNotify = z.infer<typeof notifySchema>;

export interface NotifySettings {
  readonly instance: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Where runbooks are read; ends with a slash. */
  readonly runbooks: string;
  readonly alertmanagers: readonly Receiver[];
  readonly webhooks: readonly Receiver[];
}

/** Makes an absolute path of one that is written in turnscope.yaml. */
type FileAt = (path: string) => string;

/** Fills in defaults; by default nobody is told. */
export function asNotifySettings(
  written: WrittenNotify = {},
  { hostName }: Environment,
  fileAt: FileAt,
): NotifySettings {
  const { instance, alertmanager = [], webhooks = [] } = written;
  return {
    instance: instance ?? hostName,
    labels: written.labels ?? {},
    runbooks: written.runbooks ?? defaultRunbooks,
    alertmanagers: alertmanager.map((each) => asReceiver(each, fileAt)),
    webhooks: webhooks.map((each) => asReceiver(each, fileAt)),
  };
}

/** What is wrong with a secret, and where it is named below `notify`. */
export interface WrongSecret {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The secrets that cannot be had right now. */
export async function wrongSecrets(
  { alertmanager = [], webhooks = [] }: WrittenNotify,
  { variables }: Environment,
  fileAt: FileAt,
): Promise<readonly WrongSecret[]> {
  const placed = Object.entries({ alertmanager, webhooks }).flatMap(([kind, receivers]) =>
    receivers.flatMap((receiver, at) =>
      secretsOf(receiver, fileAt).map(({ path, secret }) => ({
        path: [kind, at, ...path],
        secret,
      })),
    ),
  );
  const checked = await Promise.all(
    placed.map(async ({ path, secret }) => {
      const message = await readSecret(secret, variables).then(() => undefined, wordsOf);
      return message === undefined ? [] : [{ path, message }];
    }),
  );
  return checked.flat();
}

function wordsOf(error: unknown): string {
  if (error instanceof SecretError) return error.message;
  throw error;
}
