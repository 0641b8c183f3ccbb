/** The style of an exported page: quiet on a screen, light and dark, and fit for paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1d1b18, #ece7de); --paper: light-dark(#fffdf9, #191816); --dim: light-dark(#5d574e, #b3aa9c); --link: light-dark(#0b4a8f, #8fbdf2); --doubt: light-dark(#9a3412, #f0a27c); }
* { box-sizing: border-box; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.4rem; margin-top: 3rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
a { color: var(--link); } a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
a.number { color: inherit; text-decoration: none; } a.number:hover { text-decoration: underline; }
.number { font-variant-numeric: lining-nums tabular-nums; font-weight: 600; } a.term { color: inherit; text-decoration: underline dotted 1px var(--dim); text-underline-offset: .2em; }
.suspect { color: var(--doubt); text-decoration: underline wavy; } dfn { font-style: italic; } cite { font-style: normal; border-bottom: 1px dotted var(--dim); }
.clause .clause { margin-inline-start: 1.25rem; } .clause:target, section:target > h2 { background: light-dark(#fdf0c4, #3a3216); }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav ul { list-style: none; padding: 0; } nav li { padding: .2rem 0; }
.table { overflow-x: auto; margin: 1rem 0; } table { border-collapse: collapse; font: .9rem/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--dim); padding: .25rem .6rem; text-align: start; vertical-align: top; }
footer { margin-top: 4rem; color: var(--dim); font-size: .9rem; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; background: #fff; } a { color: inherit; text-decoration: none; } .skip { display: none; } nav { break-after: page; } h2, h3, h4, h5, h6 { break-after: avoid; } tr { break-inside: avoid; } .table { overflow: visible; } p { orphans: 3; widows: 3; } }
`
