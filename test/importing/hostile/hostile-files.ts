import { createCipheriv } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { makeCompoundFile, makeEncryptedOfficeFile, makeOldWordFile } from './make-compound-file.ts';
import {
  CATALOGUE,
  flateStream,
  makeEncryptedPdf,
  makePdf,
  PAGE,
  PAGES,
  pageObjects,
  pdfStream,
  tableSize,
  textContent,
  writeObjects,
  writeTable,
  zlibRepeated,
} from './make-pdf.ts';
import {
  makeOverlappingZip,
  makeZip,
  type Repeated,
  repeatedEntry,
  storedEntry,
  type ZipEntry,
  zipEntry,
} from './make-zip.ts';

/** A file that an importer must survive, and what its one line about it should say. */
export type HostileFile = {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly reason: RegExp;
};

/** A file that an importer must read, and words that must come out of it. */
export type FineFile = { readonly name: string; readonly bytes: () => Buffer; readonly words: string };

/** What the front matter that is a program leaves behind if it is ever run. */
export const FRONT_MATTER_MARKER = path.join(tmpdir(), 'hostile-front-matter-ran');

/** What a package with paths that lead out of its folder leaves behind if it is ever unpacked to the disk. */
export const TRAVERSAL_MARKER = path.join(tmpdir(), 'hostile-written');

const MB = 2 ** 20;

// What a reason may say. Loose, since the wording is the importer's; each file names all that would be true
// of it.
const TOO_BIG = /too (big|large|long)|larger|longer|limit|size|MB\b/i;
const UNPACKS = /un(zip|pack|compress)|inflat|decompress|expand|overlap|bomb/i;
const TOO_MUCH = /memory|seconds|too long|time|MB\b/i;
const ENTRIES = /entries|files|parts|2,?000/i;
const NESTED = /nest|deep|levels|256|elements/i;
const NO_TEXT = /empty|blank|no (readable )?(text|words|prose|essay|sentences)|few|little|short/i;
const NOT_PROSE = /prose|words?|sentences?|paragraphs?|essay|text|letters|repeat/i;
const BINARY = /binary|not (a )?text|null|nul\b|encod|characters|unicode|utf/i;
const DAMAGED =
  /damaged|corrupt|broken|truncat|incomplete|invalid|not (a |an )?(valid |real )?\w+|cannot|could not/i;
const OTHER_FORMAT =
  /format|no PDF|not (a |an )?\w+|really|looks like|called|named|extension|contents?|is (a|an)\b/i;
const SCANNED = /scan|image|picture|OCR/i;
const ENTITIES = /doctype|dtd|entit/i;
const LOCKED = /password|encrypt|protected|locked/i;
const ANYTHING = /./;

/** Either of several reasons. */
function anyOf(...reasons: readonly RegExp[]): RegExp {
  return new RegExp(reasons.map(({ source }) => source).join('|'), 'i');
}

/** A short essay for files that are about something else. */
const ESSAY = {
  title: 'Sharing the chair',
  text:
    'Whoever holds the chair of a meeting decides who speaks, for how long and in what order. For years ' +
    'that was always a manager. Now the chair passes from hand to hand, and the person who holds it can ' +
    'ask for help at any point. The meetings are no slower. What has changed is who gets interrupted, ' +
    'which used to be the people who knew most about the service from using it. They say that they now ' +
    'finish their sentences, and that it shows in what is decided.',
};
/** About a thousand letters, for files that need a lot of plausible text. */
const PROSE = `${ESSAY.text} They would not go back. ${ESSAY.text.replace('For years', 'In our town')} `;

/** Repeats a text up to a size. */
function fill(text: string, size: number): Buffer {
  return Buffer.alloc(size, text);
}

/** Bytes that look random and are the same each time. */
function noise(size: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size));
}

/** The characters of the bytes 80 to 9F in windows-1252; the five unused bytes stand for themselves. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The bytes of a text in windows-1252. */
function windows1252(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) => {
      const place = WINDOWS.indexOf(character);
      return place < 0 ? character.charCodeAt(0) : 0x80 + place;
    }),
  );
}

/** What becomes of a text whose UTF-8 is taken for windows-1252, again and again. */
function spoil(text: string, times: number): string {
  if (times === 0) return text;
  const spoilt = Array.from(Buffer.from(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? (WINDOWS[byte - 0x80] ?? '') : String.fromCharCode(byte),
  ).join('');
  return spoil(spoilt, times - 1);
}

function htmlPage(body: string, title = ESSAY.title, head = ''): string {
  return (
    '<!doctype html>\n<html lang="en-GB">\n' +
    `<head><meta charset="utf-8"><title>${title}</title>${head}</head>\n` +
    `<body>${body}</body>\n</html>\n`
  );
}

/** A page with one essay under its title. */
function essayPage({ title, text }: { readonly title: string; readonly text: string }): string {
  return htmlPage(`\n<h1>${title}</h1>\n<p>${text}</p>\n`, title);
}

// Word documents.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN_XML = 'http://schemas.openxmlformats.org';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The two parts that lead a reader to word/document.xml. */
const WORD_PARTS: readonly ZipEntry[] = [
  zipEntry(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="png" ContentType="image/png"/>' +
      `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/></Types>`,
  ),
  zipEntry(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships"><Relationship Id="rId1"` +
      ` Type="${OPEN_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
      '</Relationships>',
  ),
];
const WORD_OPEN = `<w:document xmlns:w="${OPEN_XML}/wordprocessingml/2006/main"><w:body>`;
const WORD_CLOSE = '</w:body></w:document>';
const RUN_OPEN = '<w:p><w:r><w:t xml:space="preserve">';
const RUN_CLOSE = '</w:t></w:r></w:p>';

function wordXml({ title, text }: { readonly title: string; readonly text: string }, doctype = ''): string {
  const body = [title, text].map((paragraph) => RUN_OPEN + paragraph + RUN_CLOSE).join('');
  return XML + doctype + WORD_OPEN + body + WORD_CLOSE;
}

function docx(documentXml: string | ZipEntry, ...others: readonly ZipEntry[]): Buffer {
  const entry = typeof documentXml === 'string' ? zipEntry('word/document.xml', documentXml) : documentXml;
  return makeZip([...WORD_PARTS, entry, ...others]);
}

/**
 * A document.xml that is sound from end to end and says one letter over and over: about a thousandth when
 * packed.
 */
function longDocument(size: number): Repeated {
  const head = XML + WORD_OPEN + RUN_OPEN;
  const unit = Buffer.alloc(16 * MB, 'a');
  return { head, unit, times: size / unit.length, tail: RUN_CLOSE + WORD_CLOSE };
}

const WORD_FILES: readonly HostileFile[] = [
  {
    // The sizes in the headers are true: it can be refused before anything is unpacked.
    name: 'bomb-2-gb.docx',
    bytes: () => docx(repeatedEntry('word/document.xml', longDocument(2048 * MB))),
    reason: anyOf(UNPACKS, TOO_BIG),
  },
  {
    // The headers say 100 bytes: only counting what comes out will stop it.
    name: 'bomb-that-lies.docx',
    bytes: () => docx({ ...repeatedEntry('word/document.xml', longDocument(1024 * MB)), size: 100 }),
    reason: anyOf(UNPACKS, TOO_BIG, DAMAGED),
  },
  {
    // A hundred names for one kernel of 64 MB: 6 GB in 80 KB.
    name: 'bomb-overlapping.docx',
    bytes: () =>
      makeOverlappingZip(
        WORD_PARTS,
        [...Array.from({ length: 99 }, (_, i) => `word/media/image${i}.png`), 'word/document.xml'],
        repeatedEntry('word/document.xml', longDocument(64 * MB)),
      ),
    reason: anyOf(UNPACKS, TOO_BIG, DAMAGED),
  },
  {
    name: 'ten-thousand-entries.docx',
    bytes: () => docx(wordXml(ESSAY), ...manyEntries()),
    reason: anyOf(ENTRIES, UNPACKS, TOO_BIG),
  },
  {
    // The same, but the end of the zip claims three entries.
    name: 'ten-thousand-uncounted-entries.docx',
    bytes: () => makeZip([...WORD_PARTS, zipEntry('word/document.xml', wordXml(ESSAY)), ...manyEntries()], 3),
    reason: anyOf(ENTRIES, UNPACKS, TOO_BIG, DAMAGED),
  },
  {
    // May be read, by who unpacks nothing to the disk: the document is where it belongs.
    name: 'path-traversal.docx',
    bytes: () => docx(wordXml(ESSAY), ...TRAVERSALS.map((name) => zipEntry(name, 'Not to be written.'))),
    reason: ANYTHING,
  },
  {
    // May be read, since JSZip tidies such names: the only document is at a path that climbs out of the zip.
    name: 'document-outside.docx',
    bytes: () => makeZip([...WORD_PARTS, zipEntry('../x/../word/document.xml', wordXml(ESSAY))]),
    reason: ANYTHING,
  },
  {
    // May be read: two documents of one name, of which readers choose the first or the last.
    name: 'two-documents.docx',
    bytes: () =>
      docx(wordXml(ESSAY), zipEntry('word/document.xml', wordXml({ title: 'Other', text: PROSE }))),
    reason: ANYTHING,
  },
  {
    name: 'nested-5000.docx',
    bytes: () =>
      docx(
        `${XML}${WORD_OPEN}<w:p>${'<w:smartTag>'.repeat(5000)}<w:r><w:t>${ESSAY.text}</w:t></w:r>` +
          `${'</w:smartTag>'.repeat(5000)}</w:p>${WORD_CLOSE}`,
      ),
    reason: NESTED,
  },
  {
    // May be read, by who leaves the entities out: the password file must not come with it, nor a request go
    // out.
    name: 'external-entities.docx',
    bytes: () =>
      docx(
        wordXml(
          { title: `&web;${ESSAY.title}`, text: `&file;${ESSAY.text}` },
          '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/outside.dtd" [\n' +
            '<!ENTITY file SYSTEM "file:///etc/passwd">\n<!ENTITY web SYSTEM "http://127.0.0.1:9/entity">\n' +
            '<!ENTITY % outside SYSTEM "http://127.0.0.1:9/parameter.dtd">\n%outside;\n]>\n',
        ),
      ),
    reason: anyOf(ENTITIES, DAMAGED),
  },
  {
    // Ten to the ninth laughs of three letters.
    name: 'billion-laughs.docx',
    bytes: () => {
      const laughs = Array.from(
        { length: 9 },
        (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">\n`,
      );
      const doctype = `<!DOCTYPE w:document [\n<!ENTITY lol0 "lol">\n${laughs.join('')}]>\n`;
      return docx(wordXml({ title: ESSAY.title, text: `${ESSAY.text} &lol9;` }, doctype));
    },
    reason: anyOf(ENTITIES, DAMAGED, UNPACKS, TOO_MUCH),
  },
  {
    name: 'no-document.docx',
    bytes: () =>
      makeZip([...WORD_PARTS, zipEntry('docProps/app.xml', `${XML}<Properties xmlns="${OPEN_XML}/x"/>`)]),
    reason: anyOf(DAMAGED, NO_TEXT, /document\.xml|missing|Word/),
  },
  {
    name: 'truncated.docx',
    bytes: () => {
      const whole = docx(wordXml(ESSAY));
      return whole.subarray(0, whole.length * 0.6);
    },
    reason: anyOf(DAMAGED, UNPACKS, /zip|Word/),
  },
  {
    // Below the limit for what is unpacked, so that it is the reader of XML that has to bear it.
    name: 'one-run-of-30-mb.docx',
    bytes: () => {
      const unit = fill(PROSE, MB);
      const head = XML + WORD_OPEN + RUN_OPEN;
      return docx(
        repeatedEntry('word/document.xml', { head, unit, times: 30, tail: RUN_CLOSE + WORD_CLOSE }),
      );
    },
    reason: anyOf(TOO_BIG, TOO_MUCH, NOT_PROSE),
  },
  {
    name: 'encrypted.docx',
    bytes: () => makeEncryptedOfficeFile(docx(wordXml(ESSAY), thumbnail()), 'secret'),
    reason: anyOf(LOCKED, OTHER_FORMAT),
  },
  {
    name: 'old-word.docx',
    bytes: () => makeOldWordFile(`${ESSAY.title}\n${ESSAY.text}\n`),
    reason: anyOf(/older?|\.doc\b|97|OLE/, OTHER_FORMAT),
  },
  {
    // A compound file that is neither: Excel and Outlook write such files too.
    name: 'workbook.docx',
    bytes: () => makeCompoundFile([{ name: 'Workbook', bytes: noise(5000) }]),
    reason: anyOf(/older?|OLE/, OTHER_FORMAT, DAMAGED),
  },
  {
    name: 'open-document.docx',
    bytes: openDocument,
    reason: anyOf(/odt|OpenDocument|document\.xml|Word/, OTHER_FORMAT, DAMAGED),
  },
  {
    name: 'rich-text.docx',
    bytes: () => Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24 ${ESSAY.text}\\par}`),
    reason: anyOf(/rtf|rich|zip|Word/, OTHER_FORMAT, DAMAGED),
  },
];

const TRAVERSALS: readonly string[] = [
  `${'../'.repeat(16)}${path.relative(path.parse(TRAVERSAL_MARKER).root, TRAVERSAL_MARKER)}`,
  '..\\..\\..\\hostile-written.txt',
  TRAVERSAL_MARKER,
  'C:\\hostile-written.txt',
  'word/../../hostile-written.xml',
  'word/media/__proto__',
  '__proto__',
];

/** Enough small entries to pass the limit five times over. */
function manyEntries(): readonly ZipEntry[] {
  const pixel = storedEntry('', 'x');
  return Array.from({ length: 10_000 }, (_, i) => ({ ...pixel, name: `word/media/image${i}.png` }));
}

/** Something that does not compress, to bring a package above the least size of a stream. */
function thumbnail(): ZipEntry {
  return storedEntry('docProps/thumbnail.png', noise(4096));
}

/** A text of OpenOffice or LibreOffice: a zip as well, with other parts in it. */
function openDocument(): Buffer {
  const type = 'application/vnd.oasis.opendocument.text';
  const names = 'urn:oasis:names:tc:opendocument:xmlns';
  return makeZip([
    storedEntry('mimetype', type),
    zipEntry(
      'content.xml',
      `${XML}<office:document-content xmlns:office="${names}:office:1.0" xmlns:text="${names}:text:1.0"` +
        ' office:version="1.2"><office:body><office:text>' +
        `<text:h text:outline-level="1">${ESSAY.title}</text:h>` +
        `<text:p>${ESSAY.text}</text:p></office:text></office:body></office:document-content>`,
    ),
    zipEntry(
      'META-INF/manifest.xml',
      `${XML}<manifest:manifest xmlns:manifest="${names}:manifest:1.0" manifest:version="1.2">` +
        `<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/>` +
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>' +
        '</manifest:manifest>',
    ),
  ]);
}

// Pages.

const HTML_FILES: readonly HostileFile[] = [
  {
    name: 'divs-100000.html',
    bytes: () => Buffer.from(htmlPage(nested('div', 100_000, ESSAY.text))),
    reason: anyOf(NESTED, TOO_MUCH),
  },
  {
    // A little past the limit: no parser minds, so it is the limit itself that is tried.
    name: 'divs-300.html',
    bytes: () => Buffer.from(htmlPage(nested('div', 300, 'Nothing about us without us is a good rule.'))),
    reason: anyOf(NESTED, NO_TEXT),
  },
  {
    // HTML has a parser open all of them again whenever a block begins; as no two are alike, none may be left
    // out.
    name: 'unclosed-5-mb.html',
    bytes: () => Buffer.from(htmlPage(numbered(5 * MB, (i) => `<b id=b${i}>word <a href=#${i}>word `))),
    reason: anyOf(NESTED, TOO_MUCH, NOT_PROSE),
  },
  {
    // The same with paragraphs: the tree that the standard asks for grows with the square of the file.
    name: 'unclosed-in-paragraphs.html',
    bytes: () => Buffer.from(htmlPage(numbered(MB / 4, (i) => `<p><b id=b${i}>word `))),
    reason: anyOf(NESTED, TOO_MUCH, TOO_BIG, NOT_PROSE),
  },
  {
    // May be read. A parser that looks through the attributes it has for each new one takes hours.
    name: 'attributes-1000000.html',
    bytes: () => {
      const attributes = Array.from({ length: 1_000_000 }, (_, i) => ` a${i}`).join('');
      return Buffer.from(htmlPage(`<p${attributes}>${ESSAY.text}</p>`));
    },
    reason: anyOf(TOO_MUCH, TOO_BIG, /attribut/),
  },
  {
    name: 'table-200000-cells.html',
    bytes: () => {
      const row = `<tr>${'<td colspan=1000 rowspan=65534>word</td>'.repeat(100)}</tr>\n`;
      return Buffer.from(htmlPage(`<table>${row.repeat(2000)}</table>`));
    },
    reason: anyOf(TOO_MUCH, TOO_BIG, NO_TEXT, NOT_PROSE, /table/),
  },
  {
    name: 'script-only.html',
    bytes: () =>
      Buffer.from(
        htmlPage(
          '<div id="root"></div><noscript></noscript>' +
            `<script>document.body.innerText = ${JSON.stringify(PROSE)}</script>`,
          'Loading',
          '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"><style>p { color: red }</style>',
        ),
      ),
    reason: anyOf(NO_TEXT, /script/),
  },
  {
    name: 'less-than-20-mb.html',
    bytes: () => fill('<', 20 * MB),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH, TOO_BIG),
  },
  {
    // May be read: HTML says to drop the null bytes. They must not reach the essay.
    name: 'null-bytes.html',
    bytes: () => Buffer.from(essayPage({ title: ESSAY.title, text: ESSAY.text.replaceAll(' ', ' \0') })),
    reason: BINARY,
  },
  {
    name: 'one-word-of-10-mb.html',
    bytes: () => Buffer.from(htmlPage(`<p>${'a'.repeat(10 * MB)}</p>`)),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH, TOO_BIG),
  },
  {
    name: 'links-200000.html',
    bytes: () => {
      const links = Array.from({ length: 200_000 }, (_, i) => `<a href="/page/${i}">page ${i}</a> `).join(
        '\n',
      );
      return Buffer.from(htmlPage(`<nav>${links}</nav>`));
    },
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH, TOO_BIG, /links?/),
  },
  {
    name: 'tables-in-tables.html',
    bytes: () =>
      Buffer.from(htmlPage(`${'<table><tr><td>'.repeat(10_000)}${ESSAY.text}${'</table>'.repeat(10_000)}`)),
    reason: anyOf(NESTED, TOO_MUCH),
  },
  {
    // One comment that never ends, to a parser; a million beginnings, to a regular expression.
    name: 'comments-1000000.html',
    bytes: () => Buffer.from(`<title>Comments</title>${'<!--'.repeat(1_000_000)}`),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH),
  },
  {
    // May be read: the essay stands in the page as well. JSON.parse bears the depth; who walks what it gives
    // does not.
    name: 'json-ld-5-mb.html',
    bytes: () => {
      const open = '{"@type":"CreativeWork","name":"part","isPartOf":';
      const data = `{"@type":"Article","isPartOf":${open.repeat(100_000)}{}${'}'.repeat(100_001)}`;
      const script = `<script type="application/ld+json">${data}</script>`;
      return Buffer.from(htmlPage(`<h1>${ESSAY.title}</h1><p>${ESSAY.text}</p>`, ESSAY.title, script));
    },
    reason: anyOf(NESTED, TOO_MUCH, TOO_BIG),
  },
  {
    name: 'picture.html',
    bytes: png,
    reason: anyOf(BINARY, OTHER_FORMAT, NO_TEXT, /picture|image|png/),
  },
  {
    // As a careless `wget` saves it.
    name: 'gzipped.html',
    bytes: () => gzipSync(essayPage(ESSAY)),
    reason: anyOf(BINARY, OTHER_FORMAT, NO_TEXT, /gzip|compress/),
  },
];

function nested(tag: string, levels: number, text: string): string {
  return `${`<${tag}>`.repeat(levels)}${text}${`</${tag}>`.repeat(levels)}`;
}

/** Numbered pieces up to a size. */
function numbered(size: number, piece: (i: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const next = piece(i);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/** A picture of eight by eight grey dots. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000008000000080800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.alloc(72, '\0grey dot', 'latin1'))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// Plain text and Markdown.

const TEXT_FILES: readonly HostileFile[] = [
  { name: 'empty.txt', bytes: () => Buffer.alloc(0), reason: NO_TEXT },
  { name: 'empty.md', bytes: () => Buffer.alloc(0), reason: NO_TEXT },
  {
    name: 'white-space.txt',
    bytes: () => Buffer.from(' \t\r\n\u00a0\u2003\u3000\u200b\ufeff\n'.repeat(500)),
    reason: NO_TEXT,
  },
  { name: 'text-100-mb.txt', bytes: () => fill(PROSE, 100 * MB), reason: TOO_BIG },
  {
    name: 'one-line-of-10-mb.txt',
    bytes: () => fill(PROSE, 10 * MB),
    reason: anyOf(TOO_BIG, TOO_MUCH, NOT_PROSE),
  },
  {
    name: 'million-lines.txt',
    bytes: () => fill('a\n', 2_000_000),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH, TOO_BIG),
  },
  {
    name: 'random.txt',
    bytes: () => noise(300_000),
    reason: anyOf(BINARY, OTHER_FORMAT, NO_TEXT, NOT_PROSE),
  },
  { name: 'random.md', bytes: () => noise(300_000), reason: anyOf(BINARY, OTHER_FORMAT, NO_TEXT, NOT_PROSE) },
  {
    // May be read, by who counts the null bytes and guesses right.
    name: 'utf-16-without-mark.txt',
    bytes: () => Buffer.from(`${ESSAY.title}\n\n${ESSAY.text}\n`, 'utf16le'),
    reason: BINARY,
  },
  {
    name: 'underscores.md',
    bytes: () => fill('_', 40_000),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH),
  },
  {
    // Emphasis that opens and never closes, for readers that look ahead for each end.
    name: 'underscores-and-letters.md',
    bytes: () => fill('_a __b ', 40_000),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH),
  },
  { name: 'brackets.md', bytes: () => fill('[', 100_000), reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH) },
  {
    name: 'quotes-50000.md',
    bytes: () => Buffer.from(`${'> '.repeat(50_000)}${ESSAY.text}\n`),
    reason: anyOf(NESTED, TOO_MUCH),
  },
  {
    // Nine lists of nine, each of the one before: four hundred million entries, and the body is an essay.
    name: 'front-matter-aliases.md',
    bytes: () => {
      const lists = 'bcdefghi'.split('').map((name, i) => {
        const before = '*'.concat('abcdefgh'.charAt(i));
        return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]\n`;
      });
      const first = `a: &a [${Array.from({ length: 9 }, () => 'x').join(', ')}]\n`;
      return Buffer.from(
        `---\ntitle: ${ESSAY.title}\n${first}${lists.join('')}tags: *i\n---\n\n${ESSAY.text}\n`,
      );
    },
    reason: anyOf(/front ?matter|yaml|alias|anchor/, TOO_MUCH),
  },
  {
    // May be read as text. gray-matter evaluates such a block: then FRONT_MATTER_MARKER is there afterwards.
    name: 'front-matter-that-runs.md',
    bytes: () =>
      Buffer.from(
        `---js\n{\n  title: (globalThis.hostileFrontMatterRan = true,\n` +
          `    typeof require === 'function' &&\n` +
          `      require('node:fs').writeFileSync(${JSON.stringify(FRONT_MATTER_MARKER)}, ''),\n` +
          `    '${ESSAY.title}')\n}\n---\n\n${ESSAY.text}\n`,
      ),
    reason: anyOf(/front ?matter|javascript|js\b/, NOT_PROSE),
  },
  // What follows is for regular expressions that try again from every place.
  killer('spaces', () => `${' '.repeat(MB)}a`),
  killer('addresses', () => 'a@'.repeat(MB / 2)),
  killer('digits', () => '1 '.repeat(MB / 2)),
  killer('by-lines', () => 'By '.repeat(500_000 / 3)),
  killer('commas', () => ','.repeat(1_000_000)),
  killer('dates', () => '1 May 2019 '.repeat(200_000 / 11)),
  killer('mojibake', () => 'Ã©'.repeat(MB / 4)),
  killer('nested-mojibake', () => `${spoil('é', 8)} `.repeat(200)),
  killer('essay-of-mojibake', () => `${spoil(`“${ESSAY.text}” – the café’s £40`, 6)}\n\n`.repeat(100)),
  killer('stops', () => '. '.repeat(MB / 2)),
  killer('dots', () => '.'.repeat(MB)),
  killer('open-quotes', () => '“'.repeat(MB / 4)),
  killer('hyphens', () => 'a-'.repeat(MB / 2)),
  killer('web-addresses', () => 'http://'.repeat(MB / 8)),
  killer('combining-marks', () => `a${'\u0301'.repeat(MB / 2)}`),
];

/** A text without prose in it. It may be read only if the importer takes whatever text it gets. */
function killer(name: string, text: () => string): HostileFile {
  return {
    name: `${name}.txt`,
    bytes: () => Buffer.from(text()),
    reason: anyOf(NO_TEXT, NOT_PROSE, TOO_MUCH, TOO_BIG, BINARY),
  };
}

// PDF.

const PDF_FILES: readonly HostileFile[] = [
  {
    name: 'header-only.pdf',
    bytes: () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
    reason: anyOf(DAMAGED, NO_TEXT),
  },
  {
    // The catalogue comes last, as pdfTeX writes it, so there is nothing to repair the file from.
    name: 'truncated.pdf',
    bytes: () => {
      const whole = makePdf(new Map([...pageObjects(PROSE)].reverse()));
      return whole.subarray(0, whole.length * 0.5);
    },
    reason: anyOf(DAMAGED, NO_TEXT),
  },
  {
    name: 'page-tree-loop.pdf',
    bytes: () =>
      makePdf(
        new Map([
          [1, CATALOGUE],
          [2, '<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>'],
          [3, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>'],
        ]),
      ),
    reason: anyOf(DAMAGED, NO_TEXT, TOO_MUCH, /loop|circular|itself|pages?/),
  },
  {
    // May be read: two tables, each of which says that the other came before it.
    name: 'table-loop.pdf',
    bytes: () => {
      const { bytes, offsets } = writeObjects(pageObjects(ESSAY.text));
      const trailer = (before: number): string =>
        `trailer\n<< /Size ${tableSize(offsets)} /Root 1 0 R /Prev ${String(before).padStart(10, '0')} >>\n`;
      const first = writeTable(offsets);
      const second = bytes.length + first.length + trailer(0).length;
      const tables = `${first}${trailer(second)}xref\n0 0\n${trailer(bytes.length)}`;
      return Buffer.concat([bytes, Buffer.from(`${tables}startxref\n${second}\n%%EOF\n`)]);
    },
    reason: anyOf(DAMAGED, NO_TEXT, TOO_MUCH, /loop|circular|itself/),
  },
  {
    name: 'object-stream-loop.pdf',
    bytes: objectStreamLoop,
    reason: anyOf(DAMAGED, NO_TEXT, TOO_MUCH, /loop|circular|itself/),
  },
  {
    // A gigabyte of spaces between two operators: 1 MB in the file.
    name: 'bomb-1-gb.pdf',
    bytes: () => {
      const unit = Buffer.alloc(16 * MB, ' ');
      const bytes = zlibRepeated({ head: textContent(ESSAY.text), unit, times: 64, tail: '\n' });
      return makePdf(pageObjects('').set(5, pdfStream(bytes, '/Filter /FlateDecode')));
    },
    reason: anyOf(UNPACKS, TOO_MUCH, TOO_BIG),
  },
  {
    // The same in text to be shown, packed twice: some kilobytes that become two hundred million words.
    name: 'bomb-packed-twice.pdf',
    bytes: () => {
      const unit = fill('(word word word word word word word word word word word word) Tj\n', 65 * 2 ** 18);
      const once = zlibRepeated({ head: 'BT /F1 11 Tf 72 720 Td\n', unit, times: 64, tail: 'ET\n' });
      return makePdf(
        pageObjects('').set(5, pdfStream(deflateSync(once), '/Filter [/FlateDecode /FlateDecode]')),
      );
    },
    reason: anyOf(UNPACKS, TOO_MUCH, TOO_BIG),
  },
  {
    name: 'pages-100000.pdf',
    bytes: () => {
      const objects = new Map<number, string | Buffer>([
        [1, CATALOGUE],
        [
          2,
          pagesNode(
            100_000,
            Array.from({ length: 1000 }, (_, i) => i + 10),
          ),
        ],
        [3, '<< /Type /Page /Parent 10 0 R /MediaBox [0 0 595 842] /Resources << >> >>'],
      ]);
      const kids = Array.from({ length: 100 }, () => 3);
      for (let i = 0; i < 1000; i++) objects.set(i + 10, pagesNode(100, kids, '/Parent 2 0 R'));
      return makePdf(objects);
    },
    reason: anyOf(NO_TEXT, TOO_MUCH, TOO_BIG, DAMAGED, SCANNED, /pages?/),
  },
  {
    name: 'encrypted-rc4.pdf',
    bytes: () => makeEncryptedPdf(ESSAY.text, 'secret'),
    reason: LOCKED,
  },
  // Made with `qpdf --encrypt secret secret 256` (AES of 256 bits, revision 6).
  { name: 'encrypted-aes.pdf', bytes: () => Buffer.from(AES_PDF, 'base64'), reason: LOCKED },
  {
    name: 'scan.pdf',
    bytes: () => {
      // White paper with a grey line every eighth row, as lines of type look from afar.
      const rows = Array.from({ length: 280 }, (_, y) => Buffer.alloc(200, y % 8 < 3 ? 0x80 : 0xff));
      const image =
        '/Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray /BitsPerComponent 8';
      return makePdf(
        new Map<number, string | Buffer>([
          [1, CATALOGUE],
          [2, PAGES],
          [3, PAGE.replace('/Font << /F1 4 0 R >>', '/XObject << /Im1 4 0 R >>')],
          [4, flateStream(Buffer.concat(rows), image)],
          [5, pdfStream('q 595 0 0 842 0 0 cm /Im1 Do Q')],
        ]),
      );
    },
    reason: anyOf(SCANNED, NO_TEXT),
  },
  {
    // In the catalogue, where it is met on opening.
    name: 'nested-arrays.pdf',
    bytes: () => {
      const arrays = '['.repeat(100_000) + ']'.repeat(100_000);
      return makePdf(pageObjects(ESSAY.text).set(1, `<< /Type /Catalog /Pages 2 0 R /Nested ${arrays} >>`));
    },
    reason: anyOf(NESTED, DAMAGED, TOO_MUCH, NO_TEXT),
  },
  {
    // In what is drawn, where it is met on reading the page.
    name: 'nested-arrays-in-page.pdf',
    bytes: () => {
      const arrays = '['.repeat(100_000) + ']'.repeat(100_000);
      return makePdf(pageObjects('').set(5, pdfStream(`BT /F1 11 Tf 72 720 Td ${arrays} TJ ET`)));
    },
    reason: anyOf(NESTED, DAMAGED, TOO_MUCH, NO_TEXT),
  },
  {
    // May be read: the script must not run, nor the address be called.
    name: 'opens-with-script.pdf',
    bytes: () =>
      makePdf(
        pageObjects(ESSAY.text)
          .set(1, '<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R >>')
          .set(
            6,
            '<< /S /JavaScript /JS (app.alert\\("ran"\\); app.launchURL\\("http://127.0.0.1:9/"\\);) >>',
          ),
      ),
    reason: anyOf(/script/, OTHER_FORMAT),
  },
  {
    // The codes are glyphs of a font that says nothing about letters, 29 below ASCII, as Word used to number
    // them.
    name: 'no-unicode.pdf',
    bytes: () => {
      const glyphs = (text: string): string =>
        Array.from(text, (letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, '0')).join('');
      const content = textContent(PROSE).replace(/\((.*)\) Tj/g, (_, line: string) => `<${glyphs(line)}> Tj`);
      const descriptor =
        '<< /Type /FontDescriptor /FontName /ABCDEF+Body /Flags 4 /FontBBox [0 -200 1000 900]' +
        ' /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>';
      return makePdf(
        pageObjects('')
          .set(
            4,
            '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Body /Encoding /Identity-H' +
              ' /DescendantFonts [6 0 R] >>',
          )
          .set(5, pdfStream(content))
          .set(
            6,
            '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Body /CIDToGIDMap /Identity /DW 500' +
              ' /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>' +
              ' /FontDescriptor 7 0 R >>',
          )
          .set(7, descriptor),
      );
    },
    reason: anyOf(NO_TEXT, NOT_PROSE, BINARY, SCANNED, /font|garble|unreadable|nonsense/),
  },
  {
    name: 'page-of-the-web.pdf',
    bytes: () => Buffer.from(essayPage(ESSAY)),
    reason: anyOf(OTHER_FORMAT, DAMAGED),
  },
];

function pagesNode(count: number, kids: readonly number[], parent = ''): string {
  return `<< /Type /Pages ${parent} /Count ${count} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
}

/**
 * A table that puts the catalogue into one stream of objects, that stream into another, and this back into
 * the first.
 */
function objectStreamLoop(): Buffer {
  const places: readonly (readonly [kind: number, place: number, index: number])[] = [
    [0, 0, 0xffff],
    [2, 5, 0],
    [2, 5, 1],
    [2, 5, 2],
    [2, 5, 3],
    [2, 6, 0],
    [2, 5, 4],
    [1, 15, 0],
  ];
  const table = Buffer.alloc(places.length * 7);
  for (const [i, [kind, place, index]] of places.entries()) {
    table.writeUInt8(kind, i * 7);
    table.writeUInt32BE(place, i * 7 + 1);
    table.writeUInt16BE(index, i * 7 + 5);
  }
  const { bytes } = writeObjects(
    new Map([[7, pdfStream(table, '/Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R')]]),
  );
  return Buffer.concat([bytes, Buffer.from('startxref\n15\n%%EOF\n')]);
}

const AES_PDF = [
  'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5z',
  'aW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEg',
  'L0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94',
  'IFsgMCAwIDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YxIDUgMCBSID4+ID4+IC9UeXBl',
  'IC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggMTI4IC9GaWx0ZXIgL0ZsYXRlRGVjb2RlID4+CnN0cmVhbQpvKS7+',
  'sZTNd2wCXUoqeINti1JW2t+Ri6vtcrNpwSzPs6d0SKfJBPInMGC5FWJqJu4VO4Zwsld1BX4VB1nD8IDDsTAm3tCC+Am4iKxeF4Za',
  'FfbMx47snQKDPxD0yV1rwvs9B/Gb7Z+eLhj5n8jNx2Rq8M382Rp4RG295+tpFFAhs2VuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8',
  'PCAvQmFzZUZvbnQgL0hlbHZldGljYSAvRW5jb2RpbmcgL1dpbkFuc2lFbmNvZGluZyAvU3VidHlwZSAvVHlwZTEgL1R5cGUgL0Zv',
  'bnQgPj4KZW5kb2JqCjYgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YzIC9M',
  'ZW5ndGggMzIgPj4gPj4gL0ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCAyNTYgL08gPGNkNWMzNDg3MTk3Mzg3Zjg4Zjg0ODM2NTE3',
  'NmE1MWQxNDBkOGJkNzI5OTk4ZGQ4NTcyOTU1YTdlNGY1NDc4YmNjOGRiMTE0MDczNmE3MDM1MGU4MjlmMDVlZTQzNmNkMj4gL09F',
  'IDw2NWE5OGMzM2ZhOTljYWM1MjQ3NmNkYTMxOTJlMTRiMzVhZWRjNTY1N2I2NzEyZDhlM2IyOGY5MGFlMjI5ZGJlPiAvUCAtNCAv',
  'UGVybXMgPDVhODY4NzM2NDkwZjZmNzE3NzVhYjZkYTNlNGZmMWIzPiAvUiA2IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1Ug',
  'PGQ3Yzc0OTViYTYwMTJhM2I5OGZmZTQ1Njc0NjY5NGY3N2QwOTZlYWM0Y2Q5ZWNlYjA2NDNkY2Q1ZWM5OWM5NDUwYWE5MjJjNDI0',
  'ZThjMGEyOWMyOWNhYjYxNDEzOWYyND4gL1VFIDxhOGVhZThlMjRjNzMyN2IwYTYxOTZjMmM3MDg3NDBmOThjOWZiNWY5MTgyYWZh',
  'MmIxNWQ0MDIxZjg5ZGM2ODNiPiAvViA1ID4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUg',
  'MDAwMDAgbiAKMDAwMDAwMDEzMCAwMDAwMCBuIAowMDAwMDAwMTg5IDAwMDAwIG4gCjAwMDAwMDAzMTcgMDAwMDAgbiAKMDAwMDAw',
  'MDUxNiAwMDAwMCBuIAowMDAwMDAwNjEzIDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL1NpemUgNyAvSUQgWzw0MTI3',
  'OGMyODIwNDcxMWI2ZDliNDQ5OTU1MWFjNTEyZD48NDEyNzhjMjgyMDQ3MTFiNmQ5YjQ0OTk1NTFhYzUxMmQ+XSAvRW5jcnlwdCA2',
  'IDAgUiA+PgpzdGFydHhyZWYKMTE2MAolJUVPRgo=',
].join('');

// Files whose names are the trouble.

const MISNAMED_FILES: readonly HostileFile[] = [
  {
    name: 'word-document.txt',
    bytes: () => docx(wordXml(ESSAY)),
    reason: anyOf(OTHER_FORMAT, BINARY, /zip|Word|docx/),
  },
  {
    name: 'portable-document.html',
    bytes: () => makePdf(pageObjects(ESSAY.text)),
    reason: anyOf(OTHER_FORMAT, BINARY, NO_TEXT, /pdf/),
  },
  // May be read, as a page or as text with tags in it, or be refused: any one line will do.
  { name: 'page-of-the-web.txt', bytes: () => Buffer.from(essayPage(ESSAY)), reason: ANYTHING },
  // The next three may be read: what is in them is sound, and a name must not get in the way.
  { name: "résumé  'x'; rm -rf.html", bytes: () => Buffer.from(essayPage(ESSAY)), reason: ANYTHING },
  { name: 'two\nlines.html', bytes: () => Buffer.from(essayPage(ESSAY)), reason: ANYTHING },
  { name: '-rf $(id) %2e%2e <b>.html', bytes: () => Buffer.from(essayPage(ESSAY)), reason: ANYTHING },
];

/** Every hostile file. Names do not repeat. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...WORD_FILES,
  ...HTML_FILES,
  ...TEXT_FILES,
  ...PDF_FILES,
  ...MISNAMED_FILES,
];

/**
 * The hostile files that hold a sound essay, which a careful importer may read instead of refusing. What it
 * reads must be the essay; of the rest, nothing should be taken for one.
 */
export const MAY_BE_READ: ReadonlySet<string> = new Set([
  'path-traversal.docx',
  'document-outside.docx',
  'two-documents.docx',
  'external-entities.docx',
  'attributes-1000000.html',
  'null-bytes.html',
  'json-ld-5-mb.html',
  'utf-16-without-mark.txt',
  'front-matter-aliases.md',
  'front-matter-that-runs.md',
  'essay-of-mojibake.txt',
  'nested-mojibake.txt',
  'underscores-and-letters.md',
  'one-run-of-30-mb.docx',
  'one-line-of-10-mb.txt',
  'table-loop.pdf',
  'opens-with-script.pdf',
  'page-of-the-web.txt',
  "résumé  'x'; rm -rf.html",
  'two\nlines.html',
  '-rf $(id) %2e%2e <b>.html',
]);

// The essays of the fine files differ, so that none is taken for a copy of another.

const AGENDA = {
  title: 'Who writes the agenda',
  text:
    'The agenda is the first thing to share. When staff write it alone, the people who use the service ' +
    'arrive to find that the questions have been chosen for them. At our day centre we now leave the first ' +
    'half hour empty and fill it together. The list that comes out is longer, odder and more useful. It ' +
    'takes more time, and it saves more time than it takes, because nobody spends the rest of the meeting ' +
    'waiting to say what they came to say.',
};
const TRAINING = {
  title: 'Training side by side',
  text:
    'Staff and tenants used to be trained apart, in different rooms and with different words. Now they ' +
    'learn together. The session on running meetings was led by a tenant who had chaired more of them than ' +
    'anyone in the office, and the officers took notes. Something shifts when those who usually teach are ' +
    'taught. They notice how often they interrupt, and how much of their language is there to keep other ' +
    'people out of the conversation.',
};
const LEAFLET = {
  title: 'Starting with a leaflet',
  text:
    'Co-production does not have to begin with a grand plan. Ours began with a leaflet that no one could ' +
    'follow. Six people who had thrown it away rewrote it over two afternoons, with a designer who mostly ' +
    'listened. The new leaflet was plainer and half as long, and calls to the help line fell. After that ' +
    'it was easy to ask the same six what else they would change, and they turned out to have a list ' +
    'ready.',
};
const ANSWERS = {
  title: 'Saying what changed',
  text:
    'People who are asked for their views deserve to hear what became of them. We keep a short public ' +
    'list: what was said, what we did and, where we did nothing, the reason. The last column is the ' +
    'hardest to write and the most read. It has taught us that people can bear a refusal which is ' +
    'explained. What they do not forgive is silence, because silence tells them that the asking was only ' +
    'for show.',
};
const PAYMENT = {
  title: 'Paying for time',
  text:
    'Time that people give is worth paying for. The café where our group meets charges nothing for the ' +
    'room, but each member has a bus fare, a child to mind and a morning lost. We pay £12 an hour, or €14 ' +
    'to the member who joins from abroad – and we pay it on the day, in whatever form does not upset a ' +
    'person’s benefits. Nobody has to ask. Paying promptly says that experience is knowledge, and that the ' +
    'service does not expect to be given it free.',
};

/** Files that must be read, so that an importer does not pass by refusing everything. */
export const FINE_FILES: readonly FineFile[] = [
  {
    name: 'by-hand.docx',
    bytes: () => docx(wordXml(AGENDA)),
    words: 'leave the first half hour empty and fill it together',
  },
  {
    name: 'one-page.pdf',
    bytes: () => makePdf(pageObjects(`${TRAINING.title}\n\n${TRAINING.text}`)),
    words: 'Something shifts when those who usually teach are taught',
  },
  {
    // The page and its body, 197 divs and the paragraph: 200 levels.
    name: 'nested-200.html',
    bytes: () => Buffer.from(htmlPage(nested('div', 197, `<p>${LEAFLET.text}</p>`), LEAFLET.title)),
    words: 'Ours began with a leaflet that no one could follow',
  },
  {
    name: 'utf-16.txt',
    bytes: () => Buffer.from(`\ufeff${ANSWERS.title}\r\n\r\n${ANSWERS.text}\r\n`, 'utf16le'),
    words: 'people can bear a refusal which is explained',
  },
  {
    // The euro is at 80, where ISO 8859-1 has no letter: who takes the one for the other loses it, as the
    // TextDecoder of some Nodes does (v20.20.2).
    name: 'windows-1252.txt',
    bytes: () => windows1252(`${PAYMENT.title}\r\n\r\n${PAYMENT.text}\r\n`),
    words: 'We pay £12 an hour, or €14 to the member who joins from abroad',
  },
];
