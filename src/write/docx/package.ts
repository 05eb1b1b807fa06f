/**
 * The package of a paper without its body, as few parts as Word and WPS need: settings, footers with page numbers, section geometry, content
 * types and relations (ECMA-376 part 1, 17). Styles are in `styles.ts`.
 */
import { pageNumber as numberMeasures } from '../../document/gbt9704.ts';
import type { PageFormat } from '../../document/tree.ts';
import { styledParagraph } from '../../ooxml/xml.ts';
import { dxa, landscapeMargins, paper, pitch, portraitMargins, twips } from './geometry.ts';
import { landscapeNumberXml } from './landscape-number.ts';
import { pageNumberRuns } from './page-number.ts';

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Prefixes of body and footers: text, relations, and drawings with an alternative for programs that lack their shapes. */
export const namespaces = [
  `xmlns:w="${wordprocessing}"`,
  `xmlns:r="${relationTypes}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ');

/** 7.5: the dashes 7 mm below the text block; half of the number's line lies above its dash. */
const numberSize = dxa(numberMeasures.size);
const footerDistance = portraitMargins.bottom - twips(numberMeasures.below) - numberSize / 2;

type Footer = {
  readonly pages: 'portrait' | 'landscape';
  readonly type: 'default' | 'first' | 'even';
  readonly xml: string;
};

/** In the order of their numbers. 10.1: a letter's first page carries no page number. */
export function footersOf(format: PageFormat): readonly Footer[] {
  const first: Footer = { pages: 'portrait', type: 'first', xml: styledParagraph('PageNumber', '') };
  return [
    { pages: 'portrait', type: 'default', xml: pageNumberXml('right') },
    ...(format === 'letter' ? [first] : []),
    { pages: 'portrait', type: 'even', xml: pageNumberXml('left') },
    { pages: 'landscape', type: 'default', xml: landscapeNumberXml('odd') },
    { pages: 'landscape', type: 'even', xml: landscapeNumberXml('even') },
  ];
}

/** 7.5: on odd pages one character from the right, on even ones one from the left. */
function pageNumberXml(side: 'left' | 'right'): string {
  const place = `<w:ind w:${side}="${numberSize}"/><w:jc w:val="${side}"/>`;
  return styledParagraph('PageNumber', pageNumberRuns(), place);
}

export function footerXml({ xml }: Footer): string {
  return `${xmlDeclaration}<w:ftr ${namespaces}>${xml}</w:ftr>`;
}

/** Properties of the sections that stand upright, with their footers. */
export function portraitXml(footers: readonly Footer[]): string {
  const { top, right, bottom, left } = portraitMargins;
  const margins = `w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"`;
  const hasOwnFirst = footers.some(({ type }) => type === 'first');
  return (
    `<w:sectPr>${references(footers, 'portrait')}<w:pgSz w:w="${paper.width}" w:h="${paper.height}" w:orient="portrait"/>` +
    `<w:pgMar ${margins} w:header="851" w:footer="${footerDistance}" w:gutter="0"/><w:pgNumType/>` +
    `<w:titlePg${hasOwnFirst ? '' : ' w:val="false"'}/><w:docGrid w:type="lines" w:linePitch="${pitch}"/></w:sectPr>`
  );
}

/** Tables keep off the grid, and LibreOffice would centre its lines in the block: 1.4 mm lower. */
export function landscapeXml(footers: readonly Footer[]): string {
  const { top, right, bottom, left } = landscapeMargins;
  const margins = `w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"`;
  return (
    `<w:sectPr>${references(footers, 'landscape')}<w:pgSz w:w="${paper.height}" w:h="${paper.width}" w:orient="landscape"/>` +
    `<w:pgMar ${margins} w:header="851" w:footer="851" w:gutter="0"/><w:pgNumType/>` +
    `<w:docGrid w:type="default" w:linePitch="${pitch}"/></w:sectPr>`
  );
}

function references(footers: readonly Footer[], pages: Footer['pages']): string {
  const named = footers.map((footer, index) => ({ ...footer, id: `rIdFooter${index + 1}` }));
  const own = named.filter((footer) => footer.pages === pages);
  return own.map(({ type, id }) => `<w:footerReference w:type="${type}" r:id="${id}"/>`).join('');
}

/** Chinese characters keep their full width, so that lines keep 28; tab stops every two characters; a line that ends at a line break keeps its width in justified text. */
export const settingsXml =
  `${xmlDeclaration}<w:settings xmlns:w="${wordprocessing}"><w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';

export const webSettingsXml = `${xmlDeclaration}<w:webSettings xmlns:w="${wordprocessing}"/>`;

export function stylesXml(styles: string): string {
  return `${xmlDeclaration}<w:styles xmlns:w="${wordprocessing}">${styles}</w:styles>`;
}

const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function contentTypesXml(footers: readonly Footer[]): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return (
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    '<Default Extension="svg" ContentType="image/svg+xml"/>' +
    part('word/document.xml', `${kind}.document.main+xml`) +
    part('word/styles.xml', `${kind}.styles+xml`) +
    part('word/settings.xml', `${kind}.settings+xml`) +
    part('word/webSettings.xml', `${kind}.webSettings+xml`) +
    footers.map((_, index) => part(`word/footer${index + 1}.xml`, `${kind}.footer+xml`)).join('') +
    `${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`
  );
}

type Relation = readonly [id: string, type: string, target: string];

function relationsXml(relations: readonly Relation[]): string {
  const all = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

export const packageRelationsXml = relationsXml([
  ['rId1', `${relationTypes}/officeDocument`, 'word/document.xml'],
  [
    'rId2',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ],
]);

export function documentRelationsXml(footers: readonly Footer[]): string {
  return relationsXml([
    ['rIdStyles', `${relationTypes}/styles`, 'styles.xml'],
    ['rIdSettings', `${relationTypes}/settings`, 'settings.xml'],
    ['rIdWebSettings', `${relationTypes}/webSettings`, 'webSettings.xml'],
    ...footers.map((_, index): Relation => {
      const number = index + 1;
      return [`rIdFooter${number}`, `${relationTypes}/footer`, `footer${number}.xml`];
    }),
  ]);
}
