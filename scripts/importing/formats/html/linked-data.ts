import { tidy } from '../../characters/tidy-characters.ts';

/** Something that a page describes in JSON-LD. */
export type LinkedData = {
  readonly type: string;
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly description?: string;
};

/** The things that a page describes in JSON-LD; what cannot be read is left out. */
export function readLinkedData(document: Document): LinkedData[] {
  return [...document.querySelectorAll('script[type*="ld+json"]')].flatMap((script) => {
    try {
      const parsed: unknown = JSON.parse(script.textContent ?? '');
      return flatten(parsed, 0).map(toLinkedData);
    } catch {
      return [];
    }
  });
}

type Fields = Readonly<Record<string, unknown>>;

function flatten(value: unknown, level: number): Fields[] {
  if (level > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((entry) => flatten(entry, level + 1));
  const fields = value as Fields;
  return [fields, ...flatten(fields['@graph'], level + 1), ...flatten(fields.mainEntity, level + 1)];
}

function toLinkedData(fields: Fields): LinkedData {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' ? tidy(value) : Array.isArray(value) ? text(value[0]) : undefined;
  const names = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.slice(0, 20).flatMap(names);
    const name = typeof value === 'object' && value !== null ? (value as Fields).name : value;
    const plain = text(name);
    return plain === undefined || /^https?:/.test(plain) ? [] : [plain];
  };
  const entries = {
    headline: text(fields.headline),
    published: text(fields.datePublished),
    publisher: names(fields.publisher)[0],
    url:
      text(fields.url) ??
      text(fields.mainEntityOfPage) ??
      text((fields.mainEntityOfPage as Fields | undefined)?.['@id']),
    description: text(fields.description),
  };
  return {
    type: [fields['@type']].flat().map(String).join(' '),
    authors: names(fields.author),
    ...(Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as object),
  };
}
