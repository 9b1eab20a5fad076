import { t } from '@lingui/core/macro';
import { lazy } from 'react';
import type { PaperId } from '../../core/page';
import { useLabState } from '../context';
import { Guarded } from '../Guarded';
import { useTitle } from './useTitle';

const LessonAside = lazy(() => import('../lessons/LessonAside'));
const Presenter = lazy(() => import('../present/Presenter'));
const PreparePage = lazy(() => import('../prepared/PreparePage'));
const WordsPage = lazy(() => import('./WordsPage'));
const TeacherPage = lazy(() => import('./TeacherPage'));

/** The lesson beside the stations, or the list of lessons. */
export function Beside() {
  const isOpen = useLabState((s) => s.page === 'lessons' || s.page.startsWith('lesson-'));
  if (!isOpen) return null;
  return (
    <Guarded what={t`The lesson`} meanwhile={null}>
      <LessonAside />
    </Guarded>
  );
}

/** The presenter's view, over everything. */
export function Present() {
  const isOpen = useLabState((s) => s.page === 'present');
  useTitle(isOpen ? t`The presenter’s view` : null);
  if (!isOpen) return null;
  return (
    <Guarded what={t`The presenter’s view`} meanwhile={null}>
      <Presenter />
    </Guarded>
  );
}

/** A page in the place of the stations. */
export function Paper({ paper }: { readonly paper: PaperId }) {
  return (
    <Guarded what={t`This page`} meanwhile={t`Getting the page …`}>
      {paper === 'words' ? <WordsPage /> : paper === 'prepare' ? <PreparePage /> : <TeacherPage page={paper} />}
    </Guarded>
  );
}
