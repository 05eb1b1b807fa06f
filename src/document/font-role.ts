/** The faces of a paper by what they are for: title 小标宋, heading 黑体, body 仿宋, kai 楷体, number 宋体; fallback for what those lack. */
export type FontRole = 'title' | 'heading' | 'body' | 'kai' | 'number' | 'fallback';
