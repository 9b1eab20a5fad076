import type { PaperId } from '../../core/page';

export interface TeacherPageProps {
  readonly page: Exclude<PaperId, 'words' | 'prepare'>;
}

/** Stands where the pages for instructors will be. */
export default function TeacherPage({ page }: TeacherPageProps) {
  return <div data-page={page} />;
}
