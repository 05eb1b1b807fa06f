/** Style sheet of a paper as HTML: the faces and proportions of GB/T 9704—2012, on sheets that grow with their text. */
export const documentStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: #eceae5; color: #000; font: 12pt/1.75 FangSong, STFangsong, "FandolFang Duban", "Noto Serif CJK SC", serif; }
main { max-width: 210mm; margin: 2rem auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px #0003; }
main.landscape { max-width: 297mm; }
p, h1, h2, h3, h4, h5, figure, hr { margin: 0; }
h1, h2.title { margin: 1em 0; font: 400 18pt/1.6 "FZXiaoBiaoSong-B05S", "FandolSong Duban", SimSun, "Noto Serif CJK SC", serif; text-align: center; text-wrap: balance; }
h2, strong, .annex .mark { font-family: SimHei, STHeiti, "FandolHei Duban", "Noto Sans CJK SC", sans-serif; font-weight: 400; }
h2, h3, h4, h5 { font-size: 1em; font-weight: 400; text-indent: 2em; }
h3 { font-family: KaiTi, STKaiti, "FandolKai Duban", serif; }
h2.title { text-indent: 0; }
.issuer-mark { color: #c8102e; font: 700 26pt/1.5 "FZXiaoBiaoSong-B05S", "FandolSong Duban", SimSun, "Noto Serif CJK SC", serif; text-align: center; }
.letter .issuer-mark { border-bottom: 4px double #c8102e; }
.number, .bulletin { text-align: center; }
.letter .number { text-align: right; }
.body { text-indent: 2em; text-align: justify; }
.centered { text-align: center; }
.right { text-align: right; }
.note { font-size: 10.5pt; }
.attachments { margin-top: 1em; padding-left: 2em; }
.foot { margin-top: 2em; padding-right: 2em; text-align: right; }
.foot p:last-child:not(:first-child) { text-align: left; text-indent: 2em; }
.colophon { margin-top: 3em; padding: 0.25em 1em; border-block: 1px solid; font-size: 10.5pt; }
.annex { margin-top: 3em; padding-top: 2em; border-top: 1px dashed #999; }
hr { border: 0; border-top: 1px dashed #999; margin: 2em 0; }
figure { margin: 1em 0; text-align: center; }
figure svg { max-width: 100%; height: auto; }
.scroll { overflow-x: auto; margin: 0.5em 0; }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 1.4; }
caption { padding: 0.25em; font-family: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
th, td { padding: 0.25em 0.4em; border: 1px solid; vertical-align: middle; }
th { font-family: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; font-weight: 400; }
td.center { text-align: center; }
td.right { text-align: right; }
td.code { word-break: break-all; }
td.strong { font-family: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
td.muted { color: #595959; }
td.green { background: #e2f0e4; }
td.yellow { background: #fdf0c8; }
td.red { background: #fae3e3; }
@media (max-width: 50rem) { main { padding: 1.5rem; } }
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  body { background: none; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  .annex, hr { break-before: page; border: 0; }
}
`;
