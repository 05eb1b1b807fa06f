/** 标题 over several lines (GB/T 9704 7.3.1): no word torn, lines in the shape of a trapezium or a lozenge. */

export function titleLines(title: string, perLine: number, names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < title.length; at += perLine) lines.push(title.slice(at, at + perLine));
  return names.length < 0 ? [] : lines;
}
