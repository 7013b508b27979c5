/** Searches on the home page that show what the search can do; a test keeps each of them fruitful. */
export const EXAMPLE_SEARCHES = [
  'share the agenda',
  'telling your story',
  'co-chair the board',
  'personal budgets',
  'fear of letting go',
];

/** What can be typed into the box, with what it does; a test keeps each of them fruitful. */
export const HELP_EXAMPLES = [
  { typed: 'why won’t managers let others decide?', meaning: 'A question, as you would ask it.' },
  { typed: 'rubber stamp', meaning: 'Everyday words: the search knows which topic they point to.' },
  {
    typed: '"share power"',
    meaning:
      'Words in quotation marks must stand side by side, in this order and in this form. After the passages that print them come the nearest, such as those with “sharing power”.',
  },
  {
    typed: 'grief -carers',
    meaning:
      'A minus leaves out passages with that word. It works before quotation marks and filters too. NOT in capitals does the same.',
  },
  {
    typed: 'trust AND money',
    meaning: 'Only passages with both. OR in capitals means that either is enough.',
  },
  { typed: 'token*', meaning: 'Every word that begins so.' },
  {
    typed: 'anger tag:grief',
    meaning:
      'Only passages on a topic. Write the topic’s name after “tag:”, in quotation marks if it has several words.',
  },
  {
    typed: 'budgets nation:wales',
    meaning:
      'Only passages that speak of a nation: england, wales, scotland, northern-ireland, uk, or elsewhere for other countries. If you write several, you get passages on any of them.',
  },
  { typed: 'budgets author:morris', meaning: 'Only essays by someone, or about someone’s work.' },
  { typed: 'decisions in:"sharing power"', meaning: 'Only essays whose title has these words.' },
] as const;
