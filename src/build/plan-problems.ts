/** What is wrong with a plan itself, before anything is made: paths that are unsafe, alike, or not met by --only. */
import { collidingPaths } from '../trade/file-name.ts';
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { matchesAny } from './glob.ts';
import { isPlannable } from './manifest.ts';
import type { BuildRequest } from './request.ts';

export function planProblems({ folder, jobs, options }: BuildRequest): readonly Message[] {
  const paths = jobs.map((job) => job.path);
  const unsafe = paths.filter((path) => !isPlannable(path));
  const alike = collidingPaths(paths);
  const unmet = options.only.filter((pattern) => !paths.some((path) => matchesAny([pattern], path)));
  return [
    ...unsafe.map((path) => error(fileOnly(`${folder}/${path}`), 'unsafe-path')),
    ...alike.map(([first, second]) => error(fileOnly(`${folder}/${second}`), 'same-path', { first })),
    ...unmet.map((pattern) => error(null, 'only-meets-nothing', { pattern, folders: foldersOf(paths) })),
  ];
}

/** `letters/*`, `assessments/*` …: what --only could have meant. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const tops = paths.map((path) => (path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/*` : path));
  return [...new Set(tops)].toSorted();
}
