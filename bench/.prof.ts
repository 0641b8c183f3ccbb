import { readBook } from '#book/read-book.ts'
import { buildSearch } from '#book/search/build-search.ts'
import { readDocument } from '#text/read-document.ts'
import { allTexts } from './bench-texts.ts'
import { searchQueries } from './search-queries.ts'
import { quantile } from './bench.ts'
const books=[]
for (const t of allTexts()) { const d=await readDocument(t); if(d.ok) books.push({id:t.name,title:'',book:readBook(d.value)}) }
const b:number[]=[]
for(let i=0;i<8;i++){const t=performance.now();buildSearch(books);b.push(performance.now()-t)}
console.log('build',b.map(x=>Math.round(x)).join(' '))
const s=buildSearch(books)
const q=searchQueries()
const best=q.map(()=>1e9)
for(let r=0;r<8;r++) q.forEach((x,i)=>{const t=performance.now();s.find(x);best[i]=Math.min(best[i]!,performance.now()-t)})
console.log('median',quantile(best,.5).toFixed(2),'p90',quantile(best,.9).toFixed(2),'p99',quantile(best,.99).toFixed(2),'max',quantile(best,1).toFixed(2))
const o=q.map((x,i)=>[best[i]!,x] as const).sort((a,b)=>b[0]-a[0]).slice(0,25)
for(const [ms,x] of o) console.log(ms.toFixed(2),x,s.find(x).total)
