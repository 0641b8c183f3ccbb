/** The dress of the comparison page: light, dark and print; changes told by line as well as by colour. */
export const comparisonStyle = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fffdf8;--soft:#5c574e;--line:#d9d3c5;--in:#0b5a2b;--inback:#e2f4e6;--out:#8f1d14;--outback:#fbe9e6;--link:#0b4f8a}
@media (prefers-color-scheme:dark){:root{--ink:#ece7dc;--paper:#171614;--soft:#b3ab9b;--line:#3d3a34;--in:#9fe0b0;--inback:#15321f;--out:#ffb3a8;--outback:#3d1a16;--link:#9cc9f5}}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.25rem;margin:2rem 0 .25rem}h3,h4,h5,h6{font-size:1.0625rem;margin:1.25rem 0 .25rem}
small{color:var(--soft);font-weight:normal;font-size:.875em}
section>p{margin:.25rem 0 .75rem;white-space:pre-line;overflow-wrap:anywhere}
ins{color:var(--in);background:var(--inback);text-decoration:underline;text-underline-offset:.15em}
del{color:var(--out);background:var(--outback);text-decoration:line-through}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
details{border-top:1px solid var(--line);border-bottom:1px solid var(--line);margin:1rem 0;padding:.4rem 0;color:var(--soft)}
summary{cursor:pointer;min-height:1.5rem}
.away{color:var(--soft);border-left:3px solid var(--line);padding-left:.75rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--in:#000;--inback:none;--out:#000;--outback:none;--link:#000}body{max-width:none;padding:0;font-size:10.5pt}section{break-inside:avoid-page}details{border:0}}
`
