/**
 * A paper with other texts as often as wanted, all of the same length and look: each hanzi becomes another one, everywhere the same. Nothing
 * but hanzi changes, so keys and words of the tree stay what they are. The same number gives the same paper.
 */

/** Hanzi of level 1 of GB2312, as far as a paper needs them: a face's subset is a new one every time. */
export function otherCharacters(document, number) {
  const own = hanziIn(document);
  return replaced(document, new Map(zip(own, shuffled(commonHanzi(), number))));
}

/**
 * Its own hanzi in other places: all texts are others, and every face has the characters that it had. So two hanzi change places only where they stand
 * in the same kinds of places (rows, heads, strong cells …), of which each has one face.
 */
export function sameCharacters(document, number) {
  const places = new Map();
  meet(document, '', (text, place) => {
    for (const each of hanziIn(text)) places.set(each, (places.get(each) ?? new Set()).add(place));
  });
  const groups = grouped([...places.keys()], kindsOf);
  const pairs = [...groups.values()].flatMap((own) => zip(own.toSorted(), shuffled(own.toSorted(), number)));
  return replaced(document, new Map(pairs));

  function kindsOf(character) {
    return Array.from(places.get(character), String).toSorted().join(' ');
  }
}

function meet(tree, place, tell) {
  if (typeof tree === 'string') tell(tree, place);
  else if (Array.isArray(tree)) for (const each of tree) meet(each, place, tell);
  else if (tree !== null && typeof tree === 'object') {
    const look = `${tree.style ?? ''}${tree.isStrong === true ? '!' : ''}`;
    for (const [key, value] of Object.entries(tree)) meet(value, `${place}/${look}${key}`, tell);
  }
}

function grouped(all, keyOf) {
  const groups = new Map();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function zip(left, right) {
  return left.map((each, at) => [each, right[at] ?? each]);
}

function hanziIn(tree) {
  return [...new Set(JSON.stringify(tree).match(/\p{Script=Han}/gu) ?? [])].toSorted();
}

function replaced(tree, others) {
  if (typeof tree === 'string') return tree.replaceAll(/\p{Script=Han}/gu, (each) => others.get(each) ?? each);
  if (Array.isArray(tree)) return tree.map((each) => replaced(each, others));
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, replaced(value, others)]));
}

function commonHanzi() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return Array.from(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

/** Fisher and Yates, by a small generator of its own: the same for all who are compared. */
function shuffled(all, number) {
  const mixed = [...all];
  let state = number;
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}
