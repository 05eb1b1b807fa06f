/**
 * A step that the process still takes when it is told to end before it is done (Ctrl-C); it must be quick and cannot wait for anything.
 * The answer forgets it again.
 */
export function atExit(step: () => void): () => void {
  process.on('exit', step);
  return () => process.off('exit', step);
}
