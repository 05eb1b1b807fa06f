/** What a quarter is closed with: its parts, and of every paper that came with a return the hash of its bytes as they were then. */
import type { Disk } from '../disk/disk.ts';
import type { QuarterParts } from '../domain/judged.ts';

export function closingParts(disk: Disk, parts: QuarterParts): QuarterParts {
  const { attachments } = parts;
  if (attachments === undefined) return parts;
  const proofs = new Map(
    [...new Set(attachments.map(({ file }) => file))].map((file) => {
      const measured = disk.measure(file, ['sha256']);
      const [sha256] = measured?.hashes ?? [];
      return [file, measured === null || sha256 === undefined ? null : { size: measured.size, sha256 }] as const;
    }),
  );
  return {
    ...parts,
    attachments: attachments.map((each) => {
      const proof = proofs.get(each.file) ?? null;
      return proof === null ? each : { ...each, proof };
    }),
  };
}
