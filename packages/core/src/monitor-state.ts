import type { ConversationState, ConversationTable } from './recorder/conversation-table.ts';
import type { Store } from './store/store.ts';
import { readState, type StoreState, writeState } from './store/store-state.ts';

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

export function readMonitorState({ store, conversations }: Counted, state: MonitorState): void {
  readState(store, state.store);
  conversations.read(state.conversations);
}
