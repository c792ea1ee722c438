import { isAttribution } from './events/check-labels.ts';
import { checkId, checkRequiredLabel, isAmount } from './events/checks.ts';
import type { ConversationState, ConversationTable } from './recorder/conversation-table.ts';
import type { Store } from './store/store.ts';
import { addState, checkState, type StoreState, writeState } from './store/store-state.ts';

/** Everything a monitor has counted, as plain data. */
export interface MonitorState {
  readonly store: StoreState;
  readonly conversations: readonly ConversationState[];
}

interface Counted {
  readonly store: Store;
  readonly conversations: ConversationTable;
}

export function writeMonitorState({ store, conversations }: Counted): MonitorState {
  return { store: writeState(store), conversations: conversations.write() };
}

/** Throws an Error that says what is wrong, before anything was added. */
export function readMonitorState({ store, conversations }: Counted, state: MonitorState): void {
  checkState(state?.store);
  checkConversations(state.conversations);
  addState(store, state.store);
  conversations.read(state.conversations);
}

function checkConversations(states: readonly ConversationState[]): void {
  if (!Array.isArray(states)) throw new Error('state has no list of conversations');
  for (const state of states) {
    if (isConversation(state)) continue;
    throw new Error(`state has a wrong conversation ${JSON.stringify(state)}`);
  }
}

function isConversation(state: Partial<ConversationState> | null): boolean {
  const wrong = checkId('id', state?.id) ?? checkRequiredLabel('processType', state?.processType);
  const isRight = isAmount(state?.turns) && isAmount(state?.lastAt);
  return wrong === undefined && isRight && isAttribution(state?.attribution);
}
