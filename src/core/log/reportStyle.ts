/** Light on any device, as paper is; about two experiments a page. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1d2330; font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; overflow-wrap: break-word; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1, h2 { font-family: Charter, 'Bitstream Charter', Cambria, Georgia, 'Liberation Serif', serif; line-height: 1.2; text-wrap: balance; }
h1 { margin: 0; font-size: 1.9rem; }
h2 { margin: 0; font-size: 1.45rem; }
h3 { margin: 1.1rem 0 0.35rem; font-size: 1rem; }
p { margin: 0.35rem 0; }
.soft, caption, small { color: #555b66; }
article { margin-top: 2rem; padding-top: 1.25rem; border-top: 2px solid #1d2330; }
.verdict { margin: 0.9rem 0 0.5rem; padding: 0.6rem 0.9rem; border: 1px solid #8d8779; border-left-width: 5px; font-weight: 650; }
.note { padding: 0.5rem 0.9rem; border-left: 5px solid #0d6a89; background: #f2f6f8; white-space: pre-wrap; }
ul { margin: 0.35rem 0; padding-left: 1.2rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums; }
caption { padding: 0.2rem 0; text-align: left; }
th, td { padding: 0.22rem 0.5rem; border-bottom: 1px solid #ddd; text-align: right; vertical-align: top; }
th { font-weight: 600; }
th:first-child, td.text, th.text { padding-left: 0; text-align: left; }
.settings { columns: 3; column-gap: 1.75rem; margin: 0; padding: 0; list-style: none; font-size: 0.85rem; }
.settings li { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.16rem 0; border-bottom: 1px solid #ddd; break-inside: avoid; }
.settings b { text-align: right; }
.settings b { min-width: 0; font-weight: 400; overflow-wrap: anywhere; }
.changes { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; padding: 0; list-style: none; font-size: 0.9rem; }
.changed { padding: 0.1rem 0.5rem; background: #fdf1e7; border-bottom: 1px solid #ad470e; }
.changed small { font-weight: 400; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); gap: 0.5rem 1.5rem; margin-top: 0.5rem; font-size: 0.85rem; line-height: 1.4; }
.beside ul { margin: 0; }
.seeds { font-size: 0.8rem; }
.seeds th, .seeds td { padding: 0.12rem 0 0.12rem 0.3rem; }
.matrices { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.matrices > div { max-width: 100%; }
.matrix { width: auto; font-size: 0.8rem; }
.matrix th, .matrix td { padding: 0.15rem 0.4rem; vertical-align: middle; }
.matrix th[scope='row'] { min-width: 4.5rem; max-width: 11rem; }
.matrix thead tr:first-child th { vertical-align: bottom; }
.matrix th[scope='colgroup'] { text-align: center; }
.matrix .answer { min-width: 2.4rem; max-width: 6.5rem; text-align: center; }
.matrix .right { font-weight: 650; box-shadow: inset 0 0 0 1.5px #1d2330; }
.turned th, .turned td { padding-inline: 0.15rem; }
.turned .answer { min-width: 1.5rem; }
.turned thead .answer { vertical-align: bottom; }
.turned span { display: inline-block; max-height: 9rem; writing-mode: vertical-rl; transform: rotate(180deg); }
.differing { table-layout: auto; }
.differing td, .differing thead th + th { text-align: left; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.25rem 0.75rem; margin: 0.6rem 0 0; }
.charts > div { min-width: 0; break-inside: avoid; }
.charts h3 { margin: 0 0 0.2rem; font-size: 0.8rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font-size: 10px; }
svg text:not([fill]) { fill: #3c414c; }
svg text[fill] { font-weight: 600; }
footer { margin-top: 2rem; padding-top: 0.75rem; border-top: 2px solid #1d2330; font-size: 0.85rem; }
@media screen { .matrices > div { overflow-x: auto; } }
@media screen and (max-width: 40rem) { .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); } .beside { grid-template-columns: minmax(0, 1fr); } .matrix { font-size: 0.75rem; } .matrix th, .matrix td { padding-inline: 0.2rem; } .matrix th[scope='row'] { min-width: 3.5rem; } .settings { columns: 1; } .wide { overflow-x: auto; } }
@page { size: A4; margin: 14mm; }
@media print {
  html { font-size: 12px; }
  body { font-size: 8.5pt; line-height: 1.35; }
  .beside { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); font-size: 7.8pt; line-height: 1.3; }
  .seeds, .matrix { font-size: 7.8pt; }
  .verdict { margin: 0.5rem 0 0.4rem; padding: 0.4rem 0.7rem; }
  .changes { margin: 0.2rem 0; }
  main { max-width: none; padding: 0; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  article { break-inside: avoid; margin-top: 0.9rem; padding-top: 0.6rem; }
  h2, h3, caption { break-after: avoid; }
  table, .charts, .matrices, .common, .beside, .verdict, .note, li { break-inside: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  footer { break-inside: avoid; }
}
`;
