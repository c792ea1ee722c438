import { countLadder } from '../ladders.ts';
import { counter, gauge, histogram } from '../metric.ts';

export const conversationsStarted = counter({
  name: 'turnscope_conversations_started_total',
  help: 'Conversations that began. One that was quiet for over 24 h and goes on counts again.',
  rows: 'conversation',
  labels: ['process_type'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const conversationsActive = gauge({
  name: 'turnscope_conversations_active',
  help: 'Conversations with an event in the last 15 minutes that have not ended.',
  rows: 'conversation',
  labels: ['process_type'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const conversationTurns = histogram({
  name: 'turnscope_conversation_turns',
  help: 'Turns of a conversation, observed when it has ended or has been quiet for 24 h.',
  rows: 'conversation',
  labels: ['process_type'],
  ladder: countLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});
