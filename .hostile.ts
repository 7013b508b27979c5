import { HOSTILE_FILES, FINE_FILES, MAY_BE_READ } from '/tmp/hostile/hostile-files.ts';
import { createLimitedProcess } from './scripts/limited-process.ts';
import { collectOriginals } from './scripts/importing/collect-originals.ts';
import path from 'node:path';
const only=process.argv[2];
const reader=createLimitedProcess<any,any>(new URL('./scripts/importing/read-worker.ts',import.meta.url),340);
const opt={licence:'x',today:'2026-11-25',keepContacts:false};
for (const f of HOSTILE_FILES) {
  if (only && !f.name.includes(only)) continue;
  const file=path.join('/tmp/hostile/out',f.name);
  const [o]=collectOriginals([file]);
  const t=performance.now();
  let said:string;
  if (o?.kind==='refused') said=o.reason;
  else { const a=await reader.ask({file,options:opt},20000); 
    said=a.kind!=='answer'?'LIMIT '+a.kind: a.value.kind==='unreadable'?a.value.reason: a.value.essays.length?`READ ${a.value.essays.map((e:any)=>e.words+' words')}`:'skipped: '+a.value.skipped.map((s:any)=>s.reason).join('; '); }
  const ms=Math.round(performance.now()-t);
  const ok=f.reason.test(said) || (said.startsWith('READ')&&MAY_BE_READ.has(f.name));
  console.log(ok?'✓':'✗',f.name.replace(/\n/g,'\\n').padEnd(36),String(ms).padStart(6),said.slice(0,150), ok?'':String(f.reason));
}
for (const f of FINE_FILES) { const a=await reader.ask({file:path.join('/tmp/hostile/out',f.name),options:opt},20000);
  const e=a.value?.essays?.[0]; const n=(s:string)=>s.toLowerCase().replace(/[^\p{L}\p{N}]+/gu,' ').trim();
  console.log(e&&(n(e.text).includes(n((f as any).words)))?'✓':'✗ fine',f.name,e?'':JSON.stringify(a).slice(0,300)); if (e&&!n(e.text).includes(n((f as any).words))) console.log(n(e.text).slice(-600),'\nWANT\n',n((f as any).words)); }
reader.stop();
