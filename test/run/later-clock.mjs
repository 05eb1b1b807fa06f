/** Loaded before the program: the machine's clock stands 400 days later, on another hour and minute. */
const RealDate = Date;
const shift = (400 * 24 + 7) * 3_600_000 + 13 * 60_000;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
