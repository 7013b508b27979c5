import { describe, it } from 'node:test';
import { looksLikeHeading } from '../../../scripts/importing/draft/make-blocks.ts';
import { eachGives } from '../each-gives.ts';

describe('headings', () => {
  it('look like headings', () => {
    eachGives(
      ['Sharing power', 'What did we learn?', '(Not) being heard', '10 things I know', '‘Them’ and ‘us’'],
      looksLikeHeading,
      true,
    );
    eachGives(
      [
        'sharing power',
        'We shared power.',
        'We shared:',
        'We shared…',
        '“We shared.”',
        'We shared,',
        '***',
        '',
        'A '.repeat(60),
      ],
      looksLikeHeading,
      false,
    );
  });
});
