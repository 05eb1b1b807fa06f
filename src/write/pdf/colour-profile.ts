/** The colour profile that PDF/A wants in every file (ISO 19005-1, 6.2.2), compressed once: it is the same in all of them. */
import { deflateSync } from 'node:zlib';

type ProfileReference = { write: (bytes: Uint8Array) => void };
/** The part of pdfkit's document that writes the profile. */
export type ProfiledDocument = {
  ref: (data?: object) => ProfileReference;
  _addColorOutputIntent: () => void;
};

let compressed: Uint8Array | null = null;

export function rememberProfile(document: ProfiledDocument): void {
  const addOutputIntent = document._addColorOutputIntent.bind(document);
  document._addColorOutputIntent = () => {
    const makeReference = document.ref.bind(document);
    // The first object that it makes is the profile.
    document.ref = (data) => {
      document.ref = makeReference;
      const reference = makeReference({ ...data, Filter: 'FlateDecode' });
      const write = reference.write.bind(reference);
      reference.write = (profile) => write((compressed ??= deflateSync(profile)));
      return reference;
    };
    addOutputIntent();
  };
}
