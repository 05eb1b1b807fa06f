/** What is said of the files of a build; with --explain why each was made or left (the manner of `ninja -d explain`). */
import type { Message, Place } from '../message/message.ts';
import { info, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { reportOf, type BuiltFile } from './report.ts';
import type { BuildRequest } from './request.ts';

/** An edited file is the clerk's, and told each time; a stranger too: a stale letter between good ones might be sent. */
export function fileMessages(
  { folder, options }: Pick<BuildRequest, 'folder' | 'options'>,
  files: readonly BuiltFile[],
  strange: readonly string[],
): readonly Message[] {
  const ofFiles = reportOf(files).files.flatMap((file) => {
    const place = fileOnly(`${folder}/${file.path}`);
    if (file.outcome === 'edited') return [warning(place, file.reason === 'unplanned' ? 'edited-unplanned' : 'edited')];
    return options.explain ? [explain(place, file)] : [];
  });
  return [...ofFiles, ...strange.map((file) => info(fileOnly(file), 'stranger'))];
}

function explain(place: Place, { reason, changedInputs, changedParts }: BuiltFile): Message {
  const why = { inputs: changedInputs, parts: changedParts };
  switch (reason) {
    case 'missing':
      return info(place, 'made-missing');
    case 'recipe':
      return info(place, 'remade-recipe', why);
    case 'overwrite':
      return info(place, 'remade-overwrite');
    case 'same-recipe':
      return info(place, 'left-same-recipe');
    case 'same-bytes':
      return info(place, 'left-same-bytes', why);
    case 'adopted':
      return info(place, 'left-adopted');
    case 'unplanned':
      return info(place, 'removed-unplanned');
    case 'by-hand':
      return info(place, 'edited');
    case 'error':
      return info(place, 'not-made');
  }
}
