import type { Catalogue } from '../../domain/catalogue.ts';
import type { Search } from '../../search/search.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { toApiEssayInFull } from './shapes/essay-shape.ts';
import type { ShapeContext } from './shapes/links.ts';
import { toApiPassageInFull } from './shapes/passage-shape.ts';
import { toApiSource } from './shapes/source-shape.ts';
import { toApiTagInFull } from './shapes/tag-shape.ts';

/** So many related passages are named with a passage. */
const RELATED = 4;

/** Essays, passages, tags or sources, each of which the API gives by its id. */
export type ApiCollection = {
  /** What one of them is called in problems. */
  readonly name: string;
  /** One of them by itself; nothing where there is none of that id. */
  readonly find: (id: string) => Promise<object | undefined> | object | undefined;
};

/** What the API gives one by one, by the first part of their paths. A tool is an essay here, of the kind `tool`. */
export const API_COLLECTIONS = ['essays', 'passages', 'tags', 'sources'] as const;

/** Makes the answers for one essay, passage, tag and source. */
export function createCollections(
  catalogue: Catalogue,
  search: Search,
  address: Addresses,
): Readonly<Record<(typeof API_COLLECTIONS)[number], ApiCollection>> {
  const context: ShapeContext = { catalogue, address };
  return {
    essays: {
      name: 'essay',
      find: (slug) => {
        const essay = catalogue.essay(slug);
        return essay && toApiEssayInFull(essay, context);
      },
    },
    passages: {
      name: 'passage',
      find: async (id) => {
        const passage = catalogue.passage(id);
        return passage && toApiPassageInFull(passage, await search.related(passage.id, RELATED), context);
      },
    },
    tags: {
      name: 'tag',
      find: (id) => {
        const concept = catalogue.concept(id);
        return concept && toApiTagInFull(concept, context);
      },
    },
    sources: {
      name: 'source',
      find: (id) => {
        const source = catalogue.source(id);
        return source && toApiSource(source, context);
      },
    },
  };
}
