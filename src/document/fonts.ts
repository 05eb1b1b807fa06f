/** Faces by role: what the formats print with. The office names them in office.yaml; the writers turn them into fonts. */
import type { FontRole } from './font-role.ts';


/** A face: file relative to the workspace (or `duban:` + a name of the faces that come with Duban), PostScript name inside a .ttc, name for DOCX. */
export type FontFace = { readonly file: string; readonly face: string | null; readonly docxName: string };

export type Fonts = Readonly<Record<FontRole, FontFace>>;
