import { type DecodedLine, decodeValues } from './decode-values.ts';
import { SparseDecoder } from './sparse/sparse-decoder.ts';
import { wantedFields } from './wanted-fields.ts';

/**
 * Decodes lines as far as `parseLine` reads them. Nearly every line is one object and nothing else,
 * of which most is text that nobody asks for; any other line, and one that is no JSON, is decoded
 * as a whole, so that both ways give the same lines and the same problems. MUTABLE, see
 * `SparseDecoder`; one is enough for all files of a source.
 */
export class LineDecoder {
  readonly #sparse = new SparseDecoder(wantedFields);

  decode(bytes: Buffer): DecodedLine {
    const value = this.#sparse.decode(bytes);
    if (value === undefined) return decodeValues(bytes);
    return { values: [{ value, glued: false }], broken: false };
  }
}
