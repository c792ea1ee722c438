/** Where the two text formats differ. */
export interface TextFormat {
  /** What may stand behind `#`. */
  readonly words: readonly string[];
  unescapeHelp(text: string): string;
  /** What the samples of a counter are called behind its family's name. */
  readonly counter: readonly string[];
  /** What the catalogue calls a counter behind its family's name. */
  readonly counterFamily: string;
}
