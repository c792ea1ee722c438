/** The fields of a protobuf message by number, in the order in which they came. */
export class Message {
  readonly #fields = new Map<number, Uint8Array[]>();

  constructor(bytes: Uint8Array) {
    const reader = new Reader(bytes);
    while (!reader.atEnd) {
      const tag = reader.varint();
      const values = this.#fields.get(tag >>> 3) ?? [];
      values.push(reader.value(tag & 7));
      this.#fields.set(tag >>> 3, values);
    }
  }

  all(field: number): readonly Message[] {
    return (this.#fields.get(field) ?? []).map((bytes) => new Message(bytes));
  }

  has(field: number): boolean {
    return this.#fields.has(field);
  }

  text(field: number): string {
    return new TextDecoder().decode(this.#fields.get(field)?.[0]);
  }

  /** Doubles or whole numbers of 64 bits, packed or alone. */
  doubles(field: number): readonly number[] {
    return this.#words(field).map((view) => view.getFloat64(0, true));
  }

  wholes(field: number): readonly number[] {
    return this.#words(field).map((view) => Number(view.getBigUint64(0, true)));
  }

  #words(field: number): readonly DataView[] {
    return (this.#fields.get(field) ?? []).flatMap(({ buffer, byteOffset, length }) =>
      Array.from({ length: length / 8 }, (_, at) => new DataView(buffer, byteOffset + at * 8, 8)),
    );
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  value(wireType: number): Uint8Array {
    const from = this.#at;
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.#at += 8;
    else if (wireType === 5) this.#at += 4;
    else return this.#take(this.varint());
    return this.#bytes.subarray(from, this.#at);
  }

  #take(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
