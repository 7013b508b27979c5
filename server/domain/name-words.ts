const PARTICLE =
  '(?:d[aeiou]|das|des|dos|del|della|von|vom|zu|zur|van|der|den|ter|ten|te|al|bin|ibn|bint|el|ap|ab|ferch|le|la|af|av|y)';
/** A word that may stand in a person's name. */
export const NAME_WORD = `(?:(?:[dlDL]['’]|(?:al|el|ul|bin|ben)-)?\\p{Lu}[\\p{L}'’-]*\\p{L}|(?:\\p{Lu}\\.-?){1,3}|\\p{Lu}|St\\.|${PARTICLE})`;
/** A person's name without title: two to five such words. */
export const NAME = new RegExp(`^(?:${NAME_WORD})(?:\\s+(?:${NAME_WORD})){1,4}$`, 'u');
/** What goes before a family name and belongs to it, in small letters or, within a name, in capitals. */
export const LEADS_FAMILY = new RegExp(
  `^(?:${PARTICLE}|Van|Von|Der|Den|De|Di|Da|Du|Dos|Del|Della|Le|La|St|St\\.|El|Al|Bin|Ní|Nic|Ó|Uí|Mac|Mc|Ap)$`,
  'u',
);

/** What stands before a person's name: "Dr", "Professor Dame". */
export const TITLE =
  /^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Rabbi|Imam|Fr|Cllr|Councillor|Baroness|Baron|(?:the )?(?:Rt|Right) Hon(?:ourable)?)\.?\s+)+/i;

/** The titles of peers, whose names end in a place: "Baroness Sample of Exampleton". */
export const PEERAGE = /\b(?:Lord|Lady|Baroness|Baron)\b/;

/** Degrees, honours and offices behind a person's name. */
export const POST_NOMINAL =
  /,?\s+(?:Ph\.?D|D\.?Phil|MD|MPhil|M[AS]c?|B[AS]c?|LL[BM]|MBE|OBE|[CDK]BE|QC|KC|MP|MSP|MEP|AM|TD|JP|FRS[AE]?|FBA|FAcSS|FRC\p{L}{1,3}|MRC\p{L}{1,3}|R[GM]?N|Esq)\.?$/u;

/** What is part of a person's name though it follows the family name. */
export const GENERATION = /,?\s+(Jr|Sr|II|III|IV)\.?$/;

/** Words that bodies have in their names and people do not. */
export const BODY_WORD =
  /\b(?:agency|alliance|assembly|association|authority|blog|board|borough|bureau|campaign|care|carers|cent(?:re|er)|charity|cic|cio|clinic|club|coalition|collaborative|collective|college|comhairle|commission|committee|company|confederation|consortium|co-?operative|corporation|council|county|cyngor|department|directorate|editors?|editorial|england|faculty|federation|festival|forum|foundation|fund|government|group|guild|health|healthwatch|hospice|hospital|inc|initiative|institute|institution|lab|laboratory|league|limited|llp|local|ltd|ministry|movement|museum|national|network|news|nhs|observatory|office|organi[sz]ation|panel|parliament|partners|partnership|people first|personal|plc|press|prifysgol|production|programme|project|scotland|secretariat|service|society|syndicate|taskforce|team|trust|uk|union|unit|university|voice|wales|workshop)s?\b|\b(?:act|agencies|authorities|charities|ministries|universities)\b/i;

/**
 * What bodies name themselves after. In a text such words are common and say nothing; in a name they tell a body from a
 * person: "Inclusion London", "Fair Shares", "Hub Cymru Africa".
 */
export const BODY_THEME =
  /\b(?:access|action|advice|advocacy|africa|america|aid|australia|autism|britain|british|cancer|citizens?|communit(?:y|ies)|co-?design|co-?production|cymru|dementia|digital|disabilit(?:y|ies)|disabled|diversity|education|empowerment|engagement|equal|equality|europe|european|famil(?:y|ies)|governance|grassroots|healthcare|homeless|housing|hub|inclusi(?:on|ve)|independen(?:ce|t)|information|innovation|international|involvement|ireland|journal|lives|london|management|matters|media|mencap|mental|minds?|opportunities|options|participation|parents|patients?|people|peoples|plus|policy|public|recovery|research|rights|scottish|shares|skills|social|solutions|support|survivors|thrive|time ?banks?|together|ulster|united|users?|volunteers|welfare|well-?being|welsh|women|works|youth)\b|\p{L}['’]s(?!\p{L})/iu;

/** What people are, not what they are called: "Policy and Strategy Manager" is one person. */
export const JOB_WORD =
  /\b(?:manager|director|officer|lead|leader|worker|nurse|doctor|gp|consultant|adviser|advisor|chair|co-chair|chairman|chairwoman|trustee|members?|head|chief|executive|assistant|associate|co-?ordinator|administrator|facilitator|trainer|teacher|lecturer|fellow|professor|researcher|student|analyst|strategy|policy|strategist|engagement|participation|involvement|expert|carer|parent|advocate|activist|campaigner|commissioner|practitioner|therapist|psychologist|psychiatrist|founder|co-founder|president|secretary|treasurer|ambassador|volunteer|writer|author|journalist|specialist|partner|programmes?)\b/i;

/** Words of the lists above that are family names too, as a title before the name tells: "Sir Ben Nurse". */
export const SURNAME_TOO =
  /^(?:act|board|care|carer|chair|chief|england|fellow|group|head|ireland|lead|leader|london|nurse|office|parent|partner|press|project|scotland|student|voice|wales)$/i;

/** What titles and headings begin with and names do not: "Sharing Power", "Our Story", "Last Monday". */
export const HEADING_START =
  /^(?!a\s\p{L}\.?\s)(?:(?!(?:erving|irving|sterling|stirling|fleming|channing)\s)\p{L}{2,}[^aeiou]ing|(?:an?|the|this|that|these|our|my|your|their|its|no|not|nothing|everything|something|why|who|whose|what|when|where|which|how|more|most|some|many|all|every|next|last|first|final|further|key|early|new|good|lessons|case|best|real|true|in|on|at|by|for|from|with|to|of|and|about|if|is|are|be|do|let|think|rethink|speak|shout|stand|learn|build|make|share|talk|listen|step|move|join|start|tell|get|keep|take|give)(?=\s))/iu;

/** Days, months and feasts: a text that begins with one is dated, not signed. */
export const DAY_OR_MONTH =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|april|july|august|september|october|november|december|easter|christmas)\b/i;
