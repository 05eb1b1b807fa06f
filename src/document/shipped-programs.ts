/**
 * The templates that come with the program, compiled when it is bundled: in the bundle src/bundle/shipped-programs.ts puts another file in the
 * place of this one. In the sources there are none.
 */

/** Hash of a template's text → what Handlebars made of it. */
export const shippedPrograms: Readonly<Record<string, TemplateSpecification>> = {};
