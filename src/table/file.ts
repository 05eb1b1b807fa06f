/** A file of the workspace as readers get it: `path` relative to the workspace, with `/`; it only serves messages. */
export type InputFile = { readonly path: string; readonly bytes: Uint8Array };
