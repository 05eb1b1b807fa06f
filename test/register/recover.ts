import type { Disk } from '../../src/disk/disk.ts';
import type { Result } from '../../src/message/message.ts';
import { withRegister } from '../../src/register/with-register.ts';

/** Finishes what a killed issue or reissue left, and nothing else: what every writing command does first. */
export function recover(disk: Disk): Promise<Result<readonly string[]>> {
  return withRegister<readonly string[]>({ disk }, [], ({ finished }) =>
    Promise.resolve({ value: finished?.numbers ?? [], messages: [] }),
  );
}
