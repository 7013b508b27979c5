import type { QueryText } from '../../search/query/query.ts';
import type { Search } from '../../search/search.ts';
