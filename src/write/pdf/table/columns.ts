/** Widths of columns as boxes: left edges and widths in points. */

export type ColumnBox = { readonly x: number; readonly width: number };

export function columnBoxes(widths: readonly number[]): readonly ColumnBox[] {
  let x = 0;
  return widths.map((width) => {
    const box = { x, width };
    x += width;
    return box;
  });
}
