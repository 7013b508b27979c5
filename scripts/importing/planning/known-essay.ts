import { z } from 'zod';
import { normalWords } from '../../../server/language/split-words.ts';
import { splitFrontMatter } from '../../indexing/essays/split-front-matter.ts';
import { parseYaml } from '../../indexing/files/parse-yaml.ts';

/** An essay that is in the folder already. */
export type ExistingEssay = {
  readonly slug: string;
  readonly text: string;
  /** A newer version that an earlier import put beside it, if it is still there. */
  readonly beside?: string;
};

/** An essay in the folder, with where it came from and its words. */
export type KnownEssay = ExistingEssay & {
  readonly original: { readonly file: string; readonly sha256: string; readonly post?: number | undefined };
  /** Words of its text, normalised, for finding duplicates. */
  readonly plain: string;
};

const originSchema = z.object({
  original: z.object({ file: z.string(), sha256: z.string(), post: z.number().optional() }),
});

/** Reads where an essay came from. @returns undefined of one that no import made, or that cannot be read */
export function toKnownEssay(essay: ExistingEssay): KnownEssay | undefined {
  const split = splitFrontMatter(essay.slug, essay.text.replace(/\r\n/g, '\n'));
  if (split.kind === 'invalid') return undefined;
  const front = parseYaml(essay.slug, split.yaml, originSchema, 2);
  const original = front.kind === 'invalid' ? readOrigin(split.yaml) : front.value.original;
  const body = split.body.replace(/\]\([^)\s]*\)/g, ']').replace(/\[(\d+)\\?\]/g, '$1');
  return original && { ...essay, original, plain: normalWords(body).join(' ') };
}

/** Where an essay comes from, if an editor's slip elsewhere keeps its front matter from being read. */
function readOrigin(yaml: string): KnownEssay['original'] | undefined {
  const [, sha256] = /^ {2}sha256: ([\da-f]{64})$/m.exec(yaml) ?? [];
  const [, file] = /^ {2}file: "?(.+?)"?$/m.exec(yaml) ?? [];
  const [, post] = /^ {2}post: (\d+)$/m.exec(yaml) ?? [];
  return sha256 && file ? { sha256, file, ...(post && { post: Number(post) }) } : undefined;
}
