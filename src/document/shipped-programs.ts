/**
 * The templates that come with the program, compiled when it is bundled: in the bundle src/bundle/shipped-programs.ts puts another file in the
 * place of this one. In the sources there are none.
 */

import type { CutTemplate } from './cut-steps.ts';

/** Hash of a template's text → what Handlebars made of it, and what it is cut into; each made when it is asked for. */
export const shippedPrograms: Readonly<
  Record<string, { readonly program: () => TemplateSpecification; readonly cut: () => CutTemplate | null }>
> = {};
