/** One message and its answer. */
export interface ConversationExchange {
  readonly conversationId: string;
  readonly responseTimeMs: number;
  /** Its place in the conversation, from 1. The monitor counts turns by itself; this is for the caller. */
  readonly turnNumber: number;
  /** All tokens of the exchange; counted as output. Default 0. */
  readonly tokensUsed?: number | undefined;
  /** Tokens of the context that was sent; 0, the default, is not known. */
  readonly contextSize?: number | undefined;
  /** Default `unknown`. */
  readonly processType?: string | undefined;
  /** Default true. */
  readonly success?: boolean | undefined;
  /** What went wrong. It is answered and not kept: it may hold what was said. */
  readonly errorDetails?: string | undefined;
}

/** One compaction of a context. Sizes in tokens. */
export interface CompressionEvent {
  readonly compressionId: string;
  readonly originalSize: number;
  readonly compressedSize: number;
  readonly compressionTimeMs: number;
  /** Default true. */
  readonly criticalInfoPreserved?: boolean | undefined;
}

/** What was recorded, with every default filled in and when it happened: epoch milliseconds. */
export type RecordedExchange = Required<Omit<ConversationExchange, 'errorDetails'>> & {
  readonly errorDetails: string | undefined;
  readonly timestamp: number;
};

export type RecordedCompression = Required<CompressionEvent> & {
  /** Compressed size divided by the original one: 0.3 means that 70 % was saved. Null when nothing was there. */
  readonly compressionRatio: number | null;
  readonly timestamp: number;
};
