/** Faces by role: what the formats print with. The office names them in office.yaml; the writers turn them into fonts. */

/** The faces of a paper by what they are for: title 小标宋, heading 黑体, body 仿宋, kai 楷体, number 宋体; fallback for what those lack. */
export type FontRole = 'title' | 'heading' | 'body' | 'kai' | 'number' | 'fallback';

/** A face: file relative to the workspace (or `duban:` + a name of the faces that come with Duban), PostScript name inside a .ttc, name for DOCX. */
export type FontFace = { readonly file: string; readonly face: string | null; readonly docxName: string };

export type Fonts = Readonly<Record<FontRole, FontFace>>;
