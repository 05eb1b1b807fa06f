/** Huffman codes as deflate has them (RFC 1951, 3.2.2): no longer than fifteen bits, in the order of their symbols, the first bit lowest. */

const longest = 15;

type Node = { readonly count: number; readonly symbols: readonly number[] };

/** How many bits each symbol has, by how often each comes: none of them never. */
export function bitLengths(counts: readonly number[]): readonly number[] {
  const lengths = counts.map(() => 0);
  const leaves: Node[] = counts
    .map((count, symbol) => ({ count, symbols: [symbol] }))
    .toSorted((a, b) => a.count - b.count);
  // Joined nodes come in the order of their counts too.
  const joined: Node[] = [];
  const rarest = (): Node => {
    const [leaf, node] = [leaves[0], joined[0]];
    const isLeaf = node === undefined || (leaf !== undefined && leaf.count <= node.count);
    return (isLeaf ? leaves : joined).shift() as Node;
  };
  while (leaves.length + joined.length > 1) {
    const [one, other] = [rarest(), rarest()];
    const symbols = [...one.symbols, ...other.symbols];
    for (const symbol of symbols) (lengths[symbol] as number) += 1;
    joined.push({ count: one.count + other.count, symbols });
  }
  // Counts that differ less make a flatter tree.
  return Math.max(...lengths) <= longest ? lengths : bitLengths(counts.map((count) => Math.ceil(count / 2)));
}

/** The bits of each symbol. */
export function codesOf(lengths: readonly number[]): readonly number[] {
  const codes = lengths.map(() => 0);
  let next = 0;
  for (let length = 1; length <= longest; length++) {
    next *= 2;
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue;
      codes[symbol] = reversed(next, length);
      next += 1;
    }
  }
  return codes;
}

/** So many bits, the last one first. */
export function reversed(bits: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result = result * 2 + ((bits >> bit) & 1);
  return result;
}
