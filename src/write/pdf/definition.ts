/** Laid-out pages as a pdfmake definition: every item stands at its own place, so pdfmake breaks no line and no page. */
import type { Content, ContentCanvas, ContentText, CanvasElement } from 'pdfmake/interfaces.js';
import type { Meta } from '../../document/tree.ts';
import type { FontRole } from '../../document/fonts.ts';
import type { FaceSet } from './face.ts';
import { metadataOf } from './metadata.ts';
import type { FillItem, PageItem, Page, RuleItem, ShapeItem, TextItem } from './page.ts';
import type { PdfDefinition } from './pdfmake.ts';

export function pdfDefinition(meta: Meta, pages: readonly Page[], faces: FaceSet): PdfDefinition {
  const first = pages[0]?.size ?? { width: 0, height: 0 };
  return {
    // 1.4 and 1b: the level that a free validator (PDFBox Preflight) can check; no higher one is claimed.
    version: '1.4',
    subset: 'PDF/A-1b',
    language: 'zh-CN',
    displayTitle: true,
    // pdfkit's own type wants a Date, which only metadata.ts makes.
    info: metadataOf(meta) as unknown as NonNullable<PdfDefinition['info']>,
    pageSize: { width: first.width, height: first.height },
    pageMargins: 0,
    defaultStyle: { font: 'body' satisfies FontRole, fontSize: 12 },
    content: pages.map((page, index) => pageContent(page, pages[index - 1], faces)),
  };
}

function pageContent(page: Page, previous: Page | undefined, faces: FaceSet): Content {
  const stack = [...drawings(page.items), ...page.items.flatMap((item) => placed(item, faces))];
  if (previous === undefined) return { stack };
  const orientation = page.size.width > page.size.height ? 'landscape' : 'portrait';
  return { stack, pageBreak: 'before', pageOrientation: orientation };
}

/** Lines, fills and shapes first, as one canvas, so that text lies on top of them. */
function drawings(items: readonly PageItem[]): readonly Content[] {
  const fills = items.filter((item) => item.kind === 'fill').map(fillElement);
  const shapes = items.filter((item) => item.kind === 'shape').map(shapeElement);
  const rules = items.filter((item) => item.kind === 'rule').map(ruleElement);
  const canvas = [...fills, ...shapes, ...rules];
  return canvas.length === 0 ? [] : [{ canvas, absolutePosition: { x: 0, y: 0 } } satisfies ContentCanvas];
}

function placed(item: PageItem, faces: FaceSet): readonly Content[] {
  switch (item.kind) {
    case 'text':
      return [textElement(item, faces)];
    case 'picture':
      return [
        {
          image: `data:image/png;base64,${item.png}`,
          width: item.width,
          height: item.height,
          absolutePosition: { x: item.x, y: item.y },
        },
      ];
    case 'rule':
    case 'fill':
    case 'shape':
      return [];
  }
}

function textElement(item: TextItem, faces: FaceSet): ContentText {
  const { face, size, spacing, color } = item;
  return {
    text: item.value,
    font: face,
    fontSize: size,
    color: `#${color}`,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    ...(spacing === 0 ? {} : { characterSpacing: spacing }),
    // pdfkit puts the baseline one ascender below y, whatever the face.
    absolutePosition: { x: item.x, y: item.baseline - faces[face].ascender * size },
  };
}

function ruleElement(rule: RuleItem): CanvasElement {
  const { x1, y1, x2, y2 } = rule;
  return { type: 'line', x1, y1, x2, y2, lineWidth: rule.width, lineColor: `#${rule.color}` };
}

function fillElement(fill: FillItem): CanvasElement {
  return { type: 'rect', x: fill.x, y: fill.y, w: fill.width, h: fill.height, color: `#${fill.color}` };
}

function shapeElement(shape: ShapeItem): CanvasElement {
  // The types do not list pdfmake's path element.
  return { type: 'path', d: shape.path, color: `#${shape.color}` } as unknown as CanvasElement;
}
