/** The styles of a reference document, found by name as users know them; the ones that it lacks are added from ours. */
import { layoutTableStyle, mutedStyle, signatoryStyle, strongStyle, styles, tableStyle } from './styles.ts';
import type { FontNames } from './style-xml.ts';
import { styleXmls, wholeStyleXml } from './style-xml.ts';
import { attribute, xmlEvents } from './xml-events.ts';

export type ReferenceStyles = {
  readonly xml: string;
  /** Our style id to the id by which the reference document knows the style. */
  readonly ids: ReadonlyMap<string, string>;
};

const ours = [...styles, tableStyle, layoutTableStyle, strongStyle, signatoryStyle, mutedStyle];

export function referenceStyles(xml: string, fonts: FontNames): ReferenceStyles {
  const theirs = idsByName(xml);
  const taken = new Set(theirs.values());
  const ids = new Map(ours.map((style) => [style.id, theirs.get(style.name.toLowerCase()) ?? freeId(style.id, taken)]));
  // Ours are based on a Normal that is theirs now, so each says all of its look.
  const made = new Map([...styleXmls(fonts), ...styles.map((look) => [look.id, wholeStyleXml(look, fonts)] as const)]);
  const added = ours
    .filter((style) => !theirs.has(style.name.toLowerCase()))
    .map((style) => withIds((made.get(style.id) ?? '').replace(' w:default="1"', ''), ids));
  return { xml: xml.replace('</w:styles>', `${added.join('')}</w:styles>`), ids };
}

/** Word compares style names without regard to case. */
function idsByName(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let id = '';
  for (const event of xmlEvents(xml)) {
    if (event.type !== 'open') continue;
    if (event.name === 'w:style') id = attribute(event.attributes, 'w:styleId') ?? '';
    else if (event.name === 'w:name' && id !== '') {
      found.set((attribute(event.attributes, 'w:val') ?? '').toLowerCase(), id);
      id = '';
    }
  }
  return found;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? freeId(`Duban${id}`, taken) : id;
}

/** Style ids in attributes, ours put in the reference document's place. */
export function withIds(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml.replaceAll(
    /(<w:(?:pStyle|rStyle|tblStyle|basedOn) w:val="|w:styleId=")([^"]*)"/g,
    (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`,
  );
}
