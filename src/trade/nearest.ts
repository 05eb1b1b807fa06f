/** Nearest names, for messages that end in "did you mean …?". A suggestion is never acted on. */

type Name = {
  readonly name: string;
  readonly folded: string;
  /** Without plates in brackets: 县发展和改革局 of 县发展和改革局（县粮食和物资储备局）. */
  readonly base: string;
  readonly plates: ReadonlySet<string>;
  /** One bit for the characters of each class of 32; those that another name lacks are a lower bound of the distance. */
  readonly bits: number;
};

type Near = { readonly name: string; readonly distance: number };

/** Up to `limit` candidates that a slip of the pen may have meant, nearest first; ties in the order given. The same name with or without its plates is nearest of all. */
export function nearestNames(written: string, candidates: readonly string[], limit = 3): readonly string[] {
  const own = nameOf(written);
  const best: Near[] = [];
  for (const candidate of namesOf(candidates)) {
    const most = Math.max(1, Math.floor(Math.max(own.folded.length, candidate.name.length) / 2));
    const worst = best.length < limit ? most : Math.min(most, (best.at(-1)?.distance ?? 0) - 1);
    const distance = isSameUnit(own, candidate) ? 0 : distanceWithin(own, candidate, worst);
    if (distance > worst) continue;
    const at = best.findIndex((each) => each.distance > distance);
    best.splice(at < 0 ? best.length : at, 0, { name: candidate.name, distance });
    best.length = Math.min(best.length, limit);
  }
  return best.map(({ name }) => name);
}

// A roster is asked for every unknown name of a document: its names are folded once.
const folded = new WeakMap<readonly string[], readonly Name[]>();

function namesOf(candidates: readonly string[]): readonly Name[] {
  const known = folded.get(candidates) ?? candidates.map(nameOf);
  folded.set(candidates, known);
  return known;
}

function nameOf(name: string): Name {
  const text = name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  const open = text.indexOf('(');
  const inside = open > 0 && text.endsWith(')') ? text.slice(open + 1, -1) : '';
  return {
    name,
    folded: text,
    base: inside === '' ? text : text.slice(0, open),
    plates: new Set(inside === '' ? [] : inside.split(/[、,]/u)),
    bits: bitsOf(text),
  };
}

function bitsOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

/** The same base name, or one is a plate of the other. */
function isSameUnit(a: Name, b: Name): boolean {
  return a.base === b.base || a.plates.has(b.folded) || b.plates.has(a.folded);
}

function distanceWithin(a: Name, b: Name, most: number): number {
  const least = Math.max(
    Math.abs(a.folded.length - b.folded.length),
    countBits(a.bits & ~b.bits),
    countBits(b.bits & ~a.bits),
  );
  return least > most ? least : levenshtein(a.folded, b.folded, most);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The distance where it is at most `most`, else something greater; only the band about the diagonal is reckoned. */
function levenshtein(a: string, b: string, most: number): number {
  const far = most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => Math.min(index, far));
  for (let i = 1; i <= a.length; i += 1) {
    const current = Array.from({ length: b.length + 1 }, () => far);
    current[0] = Math.min(i, far);
    let least = current[0];
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const substituted = (previous[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(substituted, (previous[j] ?? far) + 1, (current[j - 1] ?? far) + 1, far);
      current[j] = value;
      least = Math.min(least, value);
    }
    if (least > most) return far;
    previous = current;
  }
  return previous[b.length] ?? far;
}
