/** HTML as a value: what is put into it is escaped unless it is HTML already. */

export type Html = { readonly html: string };

type Value = Html | readonly Html[] | string | number;

/** `` html`<p>${text}</p>` ``; the indentation of the template is layout of our source and goes, that of the values stays. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    html: parts
      .map((part, index) => unindented(part) + (index < values.length ? written(values[index] ?? '') : ''))
      .join(''),
  };
}

function unindented(part: string): string {
  return part.replaceAll(/\n\s+/g, '\n');
}

export const nothing: Html = { html: '' };

/** Text that is HTML already, such as the SVG of a chart or a style sheet of ours; never data. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((each) => each.html).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}
