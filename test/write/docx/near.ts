/** `toBeNear(37)`: within a millimetre, or within the tolerance given. */
import { expect } from 'vitest';

declare module 'vitest' {
  interface Matchers<T> {
    toBeNear: (expected: number, tolerance?: number) => T;
  }
}

expect.extend({
  toBeNear(value: unknown, expected: number, tolerance = 1) {
    const pass = typeof value === 'number' && Math.abs(value - expected) <= tolerance;
    return { pass, message: () => `${String(value)} should be ${expected} ± ${tolerance} mm` };
  },
});
