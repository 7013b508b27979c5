import { describe, it } from 'node:test';
import { isErrorTitle } from '../../../scripts/importing/head/is-error-title.ts';
import { eachGives } from '../each-gives.ts';

describe('isErrorTitle', () => {
  it('knows the titles of pages that are no essay', () => {
    eachGives(
      [
        '404',
        '404 Not Found',
        '404: Page not found',
        'Error 404',
        'Page not found',
        'Page not found | Example Council',
        'Example Council – Page Not Found',
        'Sorry, this page can’t be found',
        "Sorry, this page can't be found",
        'This page cannot be found',
        'This page isn’t available',
        'The page could not be found',
        'Not Found',
        '403 Forbidden',
        'Forbidden',
        'Access denied',
        'Access Denied | Example Council',
        '500 Internal Server Error',
        '503 Service Unavailable',
        '502 Bad Gateway',
        'Log in',
        'Log in to Example',
        'Sign in',
        'Just a moment...',
        'Attention Required! | Cloudflare',
        'Are you a robot?',
        'Search results',
        'Search results for “carers”',
        'You searched for carers',
        'Before you continue',
        'Oops! That page can’t be found.',
      ],
      isErrorTitle,
      true,
    );
  });

  it('lets the titles of essays be', () => {
    eachGives(
      [
        '500 days of the panel',
        '400 letters and one reply',
        '404 days of waiting',
        'Access denied: how buildings shut us out',
        'Forbidden to speak',
        'Not found wanting',
        'Oops: what we got wrong, and what we learned',
        'Just a moment of your time',
        'Before you continue to consult, read this',
        'Sign in, please: what a front desk says',
        'A page from my diary',
        'Page by page: how we wrote it together',
        'The page is not the place',
        'Errors of judgement',
        'Search results of a different kind',
        'Sharing power',
        '',
      ],
      isErrorTitle,
      false,
    );
  });
});
