import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // As HTML's own standard writes it today.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Essays are called what they are called, and a page's title says all of it.
    'long-title': 'off',
    // Where a template's statement stood alone on its line; no reader is served by its being cut off.
    'no-trailing-whitespace': 'off',
    // The boxes of one filter share a name: in an address, `tag` may repeat.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

/** Errors of a page's HTML as it is served, each with its line. */
export async function checkHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `HTML line ${line}: ${message} (${ruleId})`),
  );
}
