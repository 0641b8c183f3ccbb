import { readBook } from '#book/read-book.ts'
import { buildSearch } from '#book/search/build-search.ts'
import { readDocument } from '#text/read-document.ts'
import { allTexts } from './bench-texts.ts'
import { Session } from 'node:inspector/promises'
const books=[]
for (const t of allTexts()) { const d=await readDocument(t); if(d.ok) books.push({id:t.name,title:'',book:readBook(d.value)}) }
for(let i=0;i<3;i++)buildSearch(books)
const ses=new Session(); ses.connect(); await ses.post('Profiler.enable'); await ses.post('Profiler.setSamplingInterval',{interval:500}); await ses.post('Profiler.start')
const c=process.cpuUsage(); for(let i=0;i<8;i++)buildSearch(books); const u=process.cpuUsage(c); console.log('cpu per build ms',u.user/8000)
const {profile}=await ses.post('Profiler.stop')
const self=new Map<string,number>()
const dt=profile.timeDeltas!; profile.samples!.forEach((id,i)=>{const n=profile.nodes.find(n=>n.id===id)!; const k=n.callFrame.functionName+':'+n.callFrame.lineNumber+' '+n.callFrame.url.split('/').at(-1); self.set(k,(self.get(k)??0)+dt[i]!)})
for(const [k,v] of [...self].sort((a,b)=>b[1]-a[1]).slice(0,14)) console.log((v/8000).toFixed(1),k)
