// The page's look, inline so that the file stands alone. Colours and sizes are the product's tokens; a
// cue is told by its underline as well as its colour, an outcome by its word and edge. Prints in light.

export const style: string = `
:root{color-scheme:light dark;--ink:#15202b;--bg:#fff;--surface:#f3f6f8;--muted:#46535f;--edge:#6b7885;
--accent:#0a58a6;--error:#b3141b;--fracture:#fff0b3;--negated:#e3e8ee;--doubt:#fbe3d0;--week:#cfe4f7}
@media (prefers-color-scheme:dark){:root{--ink:#e9eef3;--bg:#11171d;--surface:#1a222a;--muted:#a7b3be;--edge:#788592;
--accent:#7fb8f5;--error:#ff9a94;--fracture:#4a3f10;--negated:#333d47;--doubt:#4d3220;--week:#1e3f5e}}
*{box-sizing:border-box}
html{scroll-padding-top:5rem}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,main,footer{max-width:64rem;margin:0 auto;padding:1rem}
h1{font-size:1.625rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.3;margin:0}
h3{font-size:1.125rem;margin:0}
p{margin:.5rem 0;max-width:68ch}
.muted{color:var(--muted)}
.banner{border:3px solid var(--ink);background:var(--doubt);padding:.5rem 1rem;font-weight:700;max-width:none}
.private{border-left:4px solid var(--edge);padding-left:.75rem}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;margin:.5rem 0;padding:0}
.counts b{font-size:1.25rem}
.limits{border-left:4px solid var(--edge);padding:0 0 0 1rem;margin:.75rem 0}
.limits h2{font-size:1rem}.limits p{margin:.25rem 0}.limits p+p{color:var(--muted);font-size:.9375rem}
summary{cursor:pointer;min-height:2rem;padding:.25rem 0;color:var(--accent);max-width:80ch}
details details{margin-left:1rem}
form.filters{position:sticky;top:0;z-index:1;background:var(--surface);border-bottom:2px solid var(--edge)}
form.filters>div{max-width:64rem;margin:0 auto;padding:.5rem 1rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}
form.filters .help{flex:1 1 auto;align-self:center;text-align:right;font-size:.875rem;color:var(--muted)}
form.filters label{display:grid;gap:.125rem;font-size:.875rem;color:var(--muted)}
form.filters label.tick{display:flex;align-items:center;gap:.5rem;color:var(--ink);min-height:2.25rem;font-size:1rem}
form.filters .grow{flex:1 1 14rem}
input[type=search],select,button{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--edge);
border-radius:4px;min-height:2.25rem;padding:.25rem .5rem;width:100%}
input[type=checkbox]{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--accent)}
button{width:auto;background:var(--accent);color:var(--bg);border-color:var(--accent);padding:.25rem 1rem;font-weight:600}
output{min-width:8rem;align-self:center;font-weight:600}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:1rem 0 .5rem;padding:0;list-style:none}
ol.patients{list-style:none;margin:0;padding:0}
article{border:1px solid var(--edge);border-left-width:6px;border-radius:4px;padding:.75rem 1rem;margin:.75rem 0;
content-visibility:auto;contain-intrinsic-size:auto 16rem}
article[data-triage=fracture]{border-left-color:var(--ink)}
article[data-triage=prevalent-vertebral]{border-left-style:double}
article[data-triage=possible]{border-left-style:dashed}
@media (min-width:56rem){header{display:grid;grid-template-columns:1fr 1fr;column-gap:2rem;align-items:start}
header .wide{grid-column:1/-1}.limits{margin:.5rem 0}}
article .head{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.tag{display:inline-block;border:2px solid var(--ink);border-radius:4px;padding:0 .5rem;font-size:.875rem;font-weight:700}
.tag.fracture{background:var(--ink);color:var(--bg)}
.tag.prevalent-vertebral{border-style:double;border-width:4px;background:var(--week)}
.tag.possible{border-style:dashed}
.tag.eligible{border-color:var(--accent);background:var(--week)}
.tag.cannot-tell{border:2px dashed var(--edge);color:var(--muted);
background:repeating-linear-gradient(135deg,transparent 0 6px,var(--surface) 6px 10px)}
.tag.not-eligible{border:1px solid var(--edge);font-weight:400}
.rule{font-size:.875rem;color:var(--muted)}
ul.episodes{margin:.5rem 0 .25rem;padding-left:1.25rem}
.why{max-width:72ch}
blockquote{margin:.5rem 0;padding:.5rem .75rem;background:var(--surface);border-left:4px solid var(--edge);max-width:72ch;
font-size:1.0625rem;white-space:pre-line}
cite{font-style:normal;font-size:.875rem;color:var(--muted)}
.text{white-space:pre-wrap;max-width:80ch;background:var(--surface);padding:.75rem;margin:.25rem 0}
mark{color:inherit;background:none;text-decoration:underline;text-underline-offset:.2em;text-decoration-color:var(--edge)}
mark.fracture{background:var(--fracture);text-decoration:underline double var(--ink);padding:0 .1em}
mark.negated{background:var(--negated);text-decoration:underline dashed var(--ink);padding:0 .1em}
mark.doubt{background:var(--doubt);text-decoration:underline dotted var(--ink);text-decoration-thickness:.15em;padding:0 .1em}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px #fd3}
article:focus{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px #fd3}
.note{border-bottom:2px dotted var(--edge)}
.warn{color:var(--error);font-weight:600}
[hidden]{display:none!important}
@media (max-width:40rem){form.filters{position:static}form.filters label.keys,form.filters .help{display:none}html{scroll-padding-top:1rem}
input[type=search],select,button,summary{min-height:2.75rem}form.filters label{flex:1 1 9rem}}
@media print{:root{color-scheme:light;--ink:#000;--bg:#fff;--surface:#fff;--muted:#333;--edge:#555;--accent:#000;--error:#000;
--fracture:#fff;--negated:#fff;--doubt:#fff;--week:#fff}
@page{margin:14mm 18mm}html{font-size:10pt}body{line-height:1.35}blockquote{padding:0 .75rem}p,blockquote,ul.episodes{margin:.25rem 0}
article{padding:.375rem .75rem;margin:.5rem 0}form.filters,button,.noprint{display:none!important}header,main,footer{max-width:none;padding:0}
article{break-inside:avoid;content-visibility:visible}.tag.fracture{background:#fff;color:#000;border-width:3px}
details:not([open]){display:none}details summary{color:var(--ink)}}
`
  .replaceAll('\n', '')
  .trim();
