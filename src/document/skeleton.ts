/**
 * The markup of a template before any data is in it: tags are blanked out at their own length, so that every position
 * is the template's own. Here unknown elements, classes and attributes are found with template:line:column.
 */
import type { Message } from '../message.ts';
import { checkMarkup } from './markup-rules.ts';

/** Stands for `{{name}}`: a private character that no template may hold, so a class or attribute made of data is told from a fixed one. */
const dataMark = '\uE000';

export function skeletonMessages(template: { readonly file: string; readonly text: string }): readonly Message[] {
  const blanked = template.text.replaceAll(/\{\{!--.*?--\}\}|\{\{.*?\}\}/gs, (tag) => {
    const isValue = !/^\{\{~?[#/!>]|^\{\{~?\s*else\b/.test(tag);
    const filler = isValue ? dataMark : ' ';
    return tag.replaceAll(/[^\n]/g, filler);
  });
  return checkMarkup(blanked, { file: template.file, dataMark });
}
