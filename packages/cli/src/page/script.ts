// The page's only script: filters and keys. Without it everything can still be read; the filter bar is
// hidden until it runs. Plain JavaScript in a string, because the page stands alone; it reads nothing
// but the page and sends nothing anywhere.

export const script: string = `
(()=>{
const form=document.getElementById('filters');if(!form)return;
const cards=[...document.querySelectorAll('article[data-triage]')];
const field=n=>form.elements.namedItem(n);
const plain=s=>s.normalize('NFD').replace(/[\\u0300-\\u036f]/g,'').toLowerCase();
const texts=new Map();
const textOf=c=>{let t=texts.get(c);if(t===undefined){t=plain(c.textContent);texts.set(c,t)}return t};
const prepare=i=>{const end=performance.now()+8;while(i<cards.length&&performance.now()<end)textOf(cards[i++]);
if(i<cards.length)setTimeout(prepare,16,i)};
setTimeout(prepare,300,0);
const empty=document.getElementById('nothing');
function apply(){
const words=plain(field('q').value).split(/\\s+/).filter(Boolean);
const triage=field('triage').value,site=field('site').value,only=field('eligible').checked;
let n=0;
for(const c of cards){
const ok=(!triage||c.dataset.triage===triage)&&(!site||c.dataset.sites.split(' ').includes(site))
&&(!only||c.dataset.eligibility==='eligible')&&words.every(w=>textOf(c).includes(w));
c.parentElement.hidden=!ok;if(ok)n++}
form.elements.namedItem('count').value=form.dataset.shown.replace('{n}',n).replace('{all}',cards.length);
empty.hidden=n>0||cards.length===0}
let timer=0;
form.addEventListener('input',()=>{clearTimeout(timer);timer=setTimeout(apply,cards.length>500?120:0)});
form.addEventListener('submit',e=>{e.preventDefault();apply()});
document.getElementById('print').addEventListener('click',()=>print());
const visible=()=>cards.filter(c=>!c.parentElement.hidden);
function move(step){
const list=visible();if(!list.length)return;
const now=document.activeElement?document.activeElement.closest('article[data-triage]'):null;
const at=list.indexOf(now);
const next=list[at<0?(step>0?0:list.length-1):Math.min(list.length-1,Math.max(0,at+step))];
next.focus({preventScroll:true});next.scrollIntoView({block:'start'})}
document.addEventListener('keydown',e=>{
if(e.ctrlKey||e.metaKey||e.altKey||!field('keys').checked)return;
const t=e.target;if(t instanceof Element&&t.closest('input:not([type=checkbox]),select,textarea'))return;
if(e.key==='j')move(1);else if(e.key==='k')move(-1);
else if(e.key==='o'){const c=document.activeElement.closest('article');const d=c&&c.querySelector('details');if(d)d.open=!d.open}
else if(e.key==='/')field('q').focus();else return;
e.preventDefault()});
form.hidden=false;apply();
const room=()=>{document.documentElement.style.scrollPaddingTop=(getComputedStyle(form).position==='sticky'?form.offsetHeight+16:16)+'px'};
room();addEventListener('resize',room);
})();
`.trim();
