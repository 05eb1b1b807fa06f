/** Text of cells as Excel stores it: runs of one look, some of them struck out. */

export type CellRun = {
  readonly text: string;
  /** Null: as the cell's own style has it. */
  readonly isStruck: boolean | null;
};

type RunReader = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** What was read since the last call. */
  readonly take: () => readonly CellRun[];
};

/** Reads the runs of a shared string or an inline one; phonetic guides are left out. */
export function runReader(): RunReader {
  let runs: CellRun[] = [];
  let isStruck: boolean | null = null;
  let isText = false;
  let isPhonetic = false;
  return {
    open: (name, attributes) => {
      if (name === 'r') isStruck = null;
      // A run with a look of its own has all of it, the line through it too.
      if (name === 'rPr') isStruck = false;
      if (name === 'strike') isStruck = isOn(attributes['val']);
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText) runs.push({ text: withoutXmlEscapes(text), isStruck });
    },
    close: (name) => {
      isText = false;
      if (name === 'r') isStruck = null;
      if (name === 'rPh') isPhonetic = false;
    },
    take: () => {
      const taken = runs;
      runs = [];
      return taken;
    },
  };
}

/** A flag of the format: there without a value is true. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || /^(?:1|true|on)$/iu.test(value);
}

/** Excel writes control characters as `_x000D_`, and a literal one of those with `_x005F_` before it. */
export function withoutXmlEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.replaceAll(/\r\n?/gu, '\n');
}
