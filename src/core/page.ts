/** The chapters, in the order in which they are read. */
export const lessonIds = [
  'transfer',
  'traditional',
  'by-heart',
  'leaning',
  'dropout',
  'curves',
  'how-many',
  'which-layers',
  'practical',
  'fine-tuning',
  'fool-it',
  'misconceptions',
] as const;

export type LessonId = (typeof lessonIds)[number];

/** What stands in the place of the stations: the glossary, pages for instructors and for parents, the maker of links. */
const paperIds = ['words', 'plan-45', 'plan-90', 'worksheet', 'answers', 'privacy', 'prepare'] as const;

export type PaperId = (typeof paperIds)[number];

/**
 * What is shown: the stations alone (`lab`), with a chapter or the list of chapters beside them, the presenter's view
 * over them, or a page in their place.
 */
export type PageId = 'lab' | 'lessons' | `lesson-${LessonId}` | 'present' | PaperId;

export const pageIds: readonly PageId[] = [
  'lab',
  'lessons',
  ...lessonIds.map((id) => `lesson-${id}` as const),
  'present',
  ...paperIds,
];

/** The chapter that a page shows; null: none. */
export const lessonOf = (page: PageId): LessonId | null => lessonIds.find((id) => page === `lesson-${id}`) ?? null;

export const paperOf = (page: PageId): PaperId | null => paperIds.find((id) => id === page) ?? null;

/** An address on this page that shows it and changes nothing else. */
export const pageHref = (page: PageId): string => `#page=${page}`;

/** The address of one term of the glossary. */
export const wordHref = (term: string): string => `#page=words&word=${term}`;
