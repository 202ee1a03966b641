// Whether an identifier was met before, in flat memory. One decision: 53-bit hashes in one open-addressed
// table (8 bytes each) instead of the strings themselves: a million ids cost 16 MB, and a false alarm
// among ten million ids has a chance of about one in two hundred. It stops growing at `most` and then says so.

const most = 8_000_000;

export class SeenIds {
  #table: Float64Array = new Float64Array(1 << 12);
  #size = 0;

  /** Ids beyond the table's bound are no longer compared. */
  get full(): boolean {
    return this.#size >= most;
  }

  /** True when the id was added before. */
  seen(id: string): boolean {
    const hash = hashOf(id);
    if (this.#find(hash)) return true;
    if (this.full) return false;
    if (this.#size * 2 >= this.#table.length) this.#grow();
    this.#insert(this.#table, hash);
    this.#size++;
    return false;
  }

  #find(hash: number): boolean {
    const mask = this.#table.length - 1;
    for (let i = hash & mask; ; i = (i + 1) & mask) {
      const held = this.#table[i];
      if (held === 0) return false;
      if (held === hash) return true;
    }
  }

  #insert(table: Float64Array, hash: number): void {
    const mask = table.length - 1;
    let i = hash & mask;
    while (table[i] !== 0) i = (i + 1) & mask;
    table[i] = hash;
  }

  #grow(): void {
    const larger = new Float64Array(this.#table.length * 2);
    for (const hash of this.#table) if (hash !== 0) this.#insert(larger, hash);
    this.#table = larger;
  }
}

/** 53 bits from two 32-bit multiplicative hashes; never 0, which marks an empty place. */
function hashOf(id: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 16;
  return (b >>> 11) * 4_294_967_296 + (a >>> 0) || 1;
}
