/**
 * The page on paper: white, A4 across, in few sheets. The ledger of all tasks is a paper of its own (ledger.pdf); it is printed here
 * only when it was narrowed by the filters, with the rows that are then shown.
 */
export const pageOnPaper = `
.printed { display: none; }
@media print {
  @page { size: A4 landscape; margin: 11mm 12mm; }
  :root { --ground: #ffffff; --card: #ffffff; --hover: #ffffff; --head: #f2f2f2; }
  html, body { background: #ffffff; }
  body { font-size: 9pt; border-top: 0; }
  nav, .skip, #filters, details, #papers { display: none; }
  #ledger:not(.narrowed) :is(.scroll, .note) { display: none; }
  #ledger:not(.narrowed) .printed { display: block; }
  header, main, footer { max-width: none; padding-inline: 0; }
  header { padding-block: 0 2mm; }
  section { padding-block: 3mm 0; }
  footer { padding-block: 2mm 0; }
  h2 { margin-bottom: 2mm; font-size: 12pt; }
  h3 { margin: 2mm 0 1mm; font-size: 9pt; }
  caption { padding: 0.5mm 1mm; }
  .scroll, .scroll.tall { overflow: visible; max-height: none; border: 0; }
  table, .ledger, .narrow, .scores { font-size: 7pt; line-height: 1.3; min-width: 0; }
  th, td { padding: 0.5mm 1mm; }
  .matrix { font-size: 6.25pt; line-height: 1.15; }
  .matrix :is(th, td) { padding: 0.25mm 0.6mm; }
  .matrix th.section { min-width: 0; font-size: 5.5pt; line-height: 1.15; }
  .matrix th[scope="row"] { min-width: 0; white-space: nowrap; }
  .matrix .total { min-width: 0; white-space: nowrap; }
  .ledger td.text { min-width: 6cm; }
  .ledger td:nth-child(5) { width: 2.6cm; }
  .ledger td:nth-child(n+3) { white-space: normal; }
  thead { display: table-header-group; }
  .matrix tfoot { display: table-row-group; }
  tr, figure, .tile { break-inside: avoid; }
  h2, h3, caption, h2 + .note { break-after: avoid; }
  thead th, .matrix :is(th, td) { position: static !important; }
  thead button { display: none; }
  thead th[data-title]::before { content: attr(data-title); }
  .path, .reason, .light, .detail { font-size: 0.95em; white-space: normal; }
  .tile { padding: 1mm 2mm; }
  .value { font-size: 14pt; }
  .charts { grid-template-columns: 1fr 1fr; gap: 3mm; }
  .charts figure { padding: 1.5mm 2mm; }
  .charts figure:first-child { grid-row: span 3; }
  .charts figure:first-child svg { max-height: 158mm; }
  .charts svg { max-height: 34mm; }
  .charts figure:nth-child(2) svg { max-height: 58mm; }
  #charts, #matrix, #missing { break-before: page; }
  #missing .pair, #scores .pair { display: block; columns: 2; column-gap: 6mm; }
  #missing .pair > *, #scores .pair > * { break-inside: avoid; }
  #changes .groups { columns: 2; column-gap: 6mm; }
  .bar span, .light, .matrix td { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
