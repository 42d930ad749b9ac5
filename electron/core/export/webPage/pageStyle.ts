import { type Rating, ragAppearance } from '../word/ragAppearance.ts';

const shades = (Object.keys(ragAppearance) as readonly Rating[])
  .map((rating) => `.${rating}{background:#${ragAppearance[rating].fill};color:#${ragAppearance[rating].ink}}`)
  .join('\n');

/**
 * Everything that the page looks like. Fonts of the system only. Printed on A4 landscape with the tables, whose heading
 * rows repeat; the lists say the same again and are for screens.
 */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:#1b1f24;background:#fff}
body{margin:0 auto;max-width:80rem;padding:1.5rem;overflow-wrap:anywhere}
a{color:#0b4f8a}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{position:static}
h1,h2,h3,h4,h5{line-height:1.25;margin:1.5em 0 .5em}
h1{font-size:2rem;margin-top:.5em}
h2{font-size:1.5rem;border-top:2px solid #1b1f24;padding-top:.75em;margin-top:2em}
h3{font-size:1.25rem}
h4{font-size:1.1rem}
h5{font-size:1rem;margin:0 0 .5em}
p{max-width:70ch}
.draft{border:2px solid #1b1f24;padding:.5rem .75rem;font-weight:600;display:inline-block}
.logo{max-width:14rem;max-height:5rem;display:block}
dl{margin:0}
dl>div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;padding:.35rem 0;border-bottom:1px solid #c9ced6}
dl>div:last-child{border-bottom:0}
dt{font-weight:600}
dd{margin:0;min-width:0}
.scroll{position:relative;overflow-x:auto;margin:0 0 1.5rem;padding:1px}
table{border-collapse:collapse;width:100%;min-width:60rem;table-layout:fixed;overflow-wrap:break-word;font-size:.9375rem}
table.small{min-width:0;width:auto;table-layout:auto}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
caption.heard{padding:0}
.heard>span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border:1px solid #8a93a0;padding:.45rem .55rem;text-align:left;vertical-align:top}
thead th{background:#eceff3}
tbody th{font-weight:600}
.narrow{width:7.75rem}
th.narrow:first-child{width:4.5rem}
.wide{width:22%}
article{border:1px solid #c9ced6;border-radius:6px;padding:.75rem 1rem;margin:0 0 1rem}
.rag{display:inline-block;padding:.1rem .5rem;border:1px solid #1b1f24;border-radius:3px;font-weight:600}
${shades}
.note,.blank{color:#4a525d;font-size:.9375em}
blockquote{margin:0;padding-left:1rem;border-left:4px solid #8a93a0}
footer{margin-top:3rem;border-top:1px solid #8a93a0;color:#4a525d}
@media (max-width:40rem){
body{padding:1rem}
h1{font-size:1.6rem}
dl>div{grid-template-columns:1fr}
}
@page{size:A4 landscape;margin:14mm}
@media print{
html{font-size:10pt}
body{max-width:none;padding:0}
.skip,nav,.lists{display:none}
a{color:inherit}
h1,h2,h3,h4,h2+p,caption{break-after:avoid}
h2{border-top:0}
.scroll{overflow:visible}
table{min-width:0;font-size:9pt}
thead{display:table-header-group}
tr,article,blockquote{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
.rag{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
