/** The page's style sheet: sober, dense, light and dark, from a telephone's width to a wall's; for paper see page-on-paper.ts. */
import { pageColours } from './page-colours.ts';
import { pageOnPaper } from './page-on-paper.ts';

const base = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 3.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 0.9375rem/1.6 var(--sans); font-variant-numeric: tabular-nums; }
h1, h2, h3, p, dl, dd, ul, figure { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 9; padding: 0.5rem 1rem; background: var(--card); }
.skip:focus { top: 0.5rem; }
header, nav ul, main, footer { max-width: 112rem; margin: 0 auto; padding-inline: clamp(0.875rem, 2.5vw, 2.5rem); }
header { padding-block: 1.75rem 1.25rem; }
body { border-top: 6px solid var(--red-rule); }
.office { color: var(--red-ink); font-weight: 600; letter-spacing: 0.08em; }
h1 { margin: 0.125rem 0 0.25rem; font: 700 clamp(1.5rem, 1rem + 1.8vw, 2.375rem)/1.3 var(--serif); }
h1 span { display: inline-block; }
.source { color: var(--muted); }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-top: 0.75rem; }
.facts div { display: flex; gap: 0.5rem; }
.facts dt { color: var(--muted); }
.facts dd { font-weight: 600; }
.notice { margin-top: 0.75rem; padding: 0.375rem 0.75rem; border-left: 4px solid var(--yellow-ink); background: var(--yellow); color: var(--yellow-ink); }
nav { position: sticky; top: 0; z-index: 5; background: var(--ground); border-block: 1px solid var(--line); overflow-x: auto; }
nav ul { display: flex; gap: 0.25rem 1.5rem; }
nav a { display: block; padding: 0.5rem 0; color: var(--ink); text-decoration: none; white-space: nowrap; }
nav a:hover { color: var(--red-ink); text-decoration: underline; }
section { padding-block: 1.75rem 0.5rem; }
h2 { margin-bottom: 0.875rem; padding-left: 0.625rem; border-left: 5px solid var(--red-rule); font: 700 1.25rem/1.3 var(--serif); }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
.note { margin: 0.5rem 0; color: var(--muted); font-size: 0.8125rem; max-width: 60rem; }
footer { padding-block: 1.5rem 2.5rem; color: var(--muted); font-size: 0.8125rem; }
footer p { border-top: 1px solid var(--line); padding-top: 0.75rem; }
`;

const overview = `
.tiles { display: grid; grid-template-columns: repeat(2, 1fr); gap: 1px; padding: 1px; }
@media (min-width: 40rem) { .tiles { grid-template-columns: repeat(5, 1fr); } }
@media (min-width: 90rem) { .tiles.many { grid-template-columns: repeat(10, 1fr); } }
.tile { padding: 0.625rem 0.875rem 0.75rem; background: var(--card); border-top: 3px solid transparent; box-shadow: 0 0 0 1px var(--line); }
.tile dt { color: var(--muted); font-size: 0.8125rem; }
.value { display: block; font: 700 1.75rem/1.2 var(--serif); }
.detail { display: block; color: var(--muted); font-size: 0.75rem; line-height: 1.4; }
.tile.red { border-top-color: var(--red-rule); }
.tile.red .value { color: var(--red-ink); }
.tile.yellow { border-top-color: var(--yellow-rule); }
.tile.green { border-top-color: var(--green-rule); }
.lights { margin-top: 1rem; }
.bar { display: flex; height: 1.75rem; gap: 2px; }
.bar span { min-width: 1.25rem; padding-left: 0.375rem; overflow: hidden; line-height: 1.75rem; font-size: 0.75rem; }
.bar .green { background: var(--green-rule); color: var(--on-green); }
.bar .yellow { background: var(--yellow-rule); color: var(--on-yellow); }
.bar .red { background: var(--red-rule); color: var(--on-red); }
.lights ul { display: flex; flex-wrap: wrap; gap: 0.375rem 2rem; margin-top: 0.5rem; }
.light { display: inline-flex; gap: 0.25em; padding: 0 0.5em; border-radius: 0.25rem; white-space: nowrap; font-size: 0.8125rem; }
.light.green { background: var(--green); color: var(--green-ink); }
.light.yellow { background: var(--yellow); color: var(--yellow-ink); }
.light.red { background: var(--red); color: var(--red-ink); }
.light.none { background: var(--ground); color: var(--muted); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, max(34rem, 40%)), 1fr)); gap: 1.25rem; align-items: start; }
.charts figure { min-width: 0; padding: 0.75rem 0.875rem; background: var(--card); border: 1px solid var(--line); }
figcaption { font-weight: 600; margin-bottom: 0.375rem; }
.drawing svg { display: block; width: 100%; max-width: 52rem; height: auto; margin: 0 auto; }
.drawing .slim { display: none; }
@media screen and (max-width: 36rem) { .drawing .slim { display: block; } .drawing .wide { display: none; } }
.drawing svg [fill="#ffffff"] { fill: var(--card); }
.drawing svg [fill="#1f2328"] { fill: var(--ink); }
.drawing svg [stroke="#8c959f"] { stroke: var(--muted); }
details { font-size: 0.8125rem; color: var(--muted); }
summary { cursor: pointer; width: fit-content; }
`;

const tables = `
.scroll { position: relative; overflow: auto; max-width: 100%; border: 1px solid var(--line); background: var(--card); }
.scroll.tall { max-height: min(85vh, 60rem); }
table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 0.8125rem; line-height: 1.5; }
caption { padding: 0.5rem 0.75rem; text-align: left; color: var(--muted); }
th, td { padding: 0.375rem 0.625rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); font-weight: 600; vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 600; }
tbody tr:hover > * { background: var(--hover); }
th.number, td.number { text-align: right; }
td.number, td.date { white-space: nowrap; }
.score { font-weight: 700; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 44rem), 1fr)); gap: 0.5rem 1.25rem; align-items: start; }
.pair > * { min-width: 0; }
.narrow, .scores { min-width: 34rem; }
.narrow td:last-child { white-space: nowrap; }
.narrow th[scope="row"] { white-space: nowrap; }
.path { display: block; color: var(--muted); font-size: 0.75rem; }
.reason { display: block; min-width: 10em; color: var(--muted); font-size: 0.75rem; }
.ledger { min-width: 76rem; }
.ledger td.text { min-width: 17rem; }
.ledger td:nth-child(3) { min-width: 7em; }
.ledger td:nth-child(4), .ledger td:nth-child(6), .ledger td:nth-child(10) { white-space: nowrap; }
thead button { all: unset; cursor: pointer; }
thead button:focus-visible { outline: 3px solid var(--focus); }
thead button::after { content: "\\2195"; margin-left: 0.25em; color: var(--muted); font-weight: 400; }
[aria-sort="ascending"] button::after { content: "\\2191"; color: var(--red-ink); }
[aria-sort="descending"] button::after { content: "\\2193"; color: var(--red-ink); }
.matrix { width: auto; min-width: 100%; }
.matrix thead th { text-align: left; white-space: normal; vertical-align: top; border-left: 1px solid var(--line); }
.matrix thead tr:nth-child(2) th { position: static; font-weight: 400; }
.matrix th.section { min-width: 3.375rem; font-size: 0.6875rem; line-height: 1.4; }
.matrix th[scope="row"], .matrix thead th[rowspan]:first-child { position: sticky; left: 0; z-index: 1; background: var(--head); white-space: nowrap; }
.matrix thead th[rowspan]:first-child { z-index: 3; }
.matrix td { border-left: 1px solid var(--line); }
.matrix :is(td, th.section) { padding-inline: 0.3125rem; }
.matrix td.green { background: var(--green); }
.matrix td.yellow { background: var(--yellow); }
.matrix td.red { background: var(--red); }
.matrix .total { position: sticky; right: 0; z-index: 1; min-width: 5rem; font-weight: 700; background: var(--head); }
.matrix thead .total { z-index: 3; }
.matrix tfoot :is(th, td) { position: sticky; bottom: 0; background: var(--head); font-weight: 700; border-top: 2px solid var(--muted); }
.matrix tfoot :is(th, .total) { z-index: 3; }
.matrix a { display: block; color: inherit; text-decoration: none; }
.matrix a:hover { text-decoration: underline; }
.count { white-space: nowrap; }
.count [aria-hidden] { margin-right: 0.125em; font-size: 0.75em; }
.count.green { color: var(--green-ink); }
.count.yellow { color: var(--yellow-ink); }
.count.red { color: var(--red-ink); }
.count.none { color: var(--muted); }
h3 .count { margin-right: 0.375em; }
#filters { display: flex; flex-wrap: wrap; gap: 0.625rem 1rem; align-items: end; margin-bottom: 0.5rem; }
#filters p { display: grid; gap: 0.125rem; min-width: 0; flex: 1 1 9rem; max-width: 18rem; }
#filters p:last-child { flex: 0 0 auto; }
#filters label { color: var(--muted); font-size: 0.8125rem; }
#filters :is(select, input, button) { width: 100%; min-height: 2.25rem; padding: 0.25rem 0.5rem; border: 1px solid var(--field); border-radius: 0.25rem; background: var(--card); color: var(--ink); font: inherit; }
#filters button { padding-inline: 1rem; cursor: pointer; }
.papers ul { columns: 17rem; column-gap: 1.5rem; }
.papers li { padding: 0.1875rem 0; break-inside: avoid; }
`;

export const pageStyle = `${pageColours}${base}${overview}${tables}${pageOnPaper}`;
