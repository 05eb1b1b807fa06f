/**
 * Every bound on what offices and units may send or write, in one place; docs/bounds.md lists them for people, and test/trade/bounds.test.ts
 * tries each at its value and over it. What is larger is refused with the value found: no return and no roster needs it, and what follows (a
 * file name, a column of a paper, the memory of the computer) would suffer.
 */
export const bounds = {
  /** Characters of the name or an alias of a unit. */
  unitName: 100,
  /** Characters of a unit's code, which begins the names of its papers. */
  unitCode: 20,
  /** Characters of a task's number. */
  taskNumber: 100,
  /** Points, up or down, of one rule or one finding. */
  points: 1000,
  /** Files in a quarter's folder of returns. */
  files: 2000,
  /** Megabytes of one file. */
  megabytes: 16,
  sheets: 100,
  rows: 100_000,
  columns: 256,
  /** Separators in one line of a text: what has more is no table, and is not split. */
  separators: 10_000,
  /** Characters of a cell: Excel's own bound. */
  cellCharacters: 32_767,
  /** Files in a .zip from the mail, megabytes of one of them and of all. */
  zipFiles: 200,
  zipFileMegabytes: 32,
  zipMegabytes: 64,
  /** Parts of one workbook or Word file. */
  packageParts: 500,
  /** Seconds and megabytes of memory for an old workbook (.xls, .et). */
  oldWorkbookSeconds: 20,
  oldWorkbookMegabytes: 512,
  /** Elements of a web page that stand one in another. */
  htmlDepth: 400,
  /** Pages of one paper, as PDF: more is a table gone wrong, and nobody signs it. */
  paperPages: 5000,
} as const;
