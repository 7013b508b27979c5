import { readFileSync, readdirSync } from 'node:fs';
import { readHtml } from './scripts/importing/reading/read-html.ts';
const id=process.argv[2]!; const f=id.includes('/')?id:'/tmp/real/aeb/html/'+readdirSync('/tmp/real/aeb/html').find(n=>n.startsWith(id)&&n.endsWith('.html'));
const r=readHtml(readFileSync(f)); if (r.kind==='drafts') for (const d of r.drafts) { const {blocks,...m}=d; console.log(m); for (const b of blocks) console.log(b.kind,b.level,b.line,b.markdown.slice(0,140)); } else console.log(r);
